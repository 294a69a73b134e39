import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { FindingsDialog } from './FindingsDialog.tsx'
import { type Finding, requestOf } from './papersStore.ts'
import { sayFound } from './paperWords.ts'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({ bar: { margin: '8px 16px', flexShrink: 0 } })

/** Above a paper for the public: how much was found in it that could tell who somebody is, and the way to see it. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles()
  const isPublic = usePapers((s) => requestOf(s.options, s.choice)?.public === true)
  const [open, setOpen] = useState(false)
  if (!isPublic) return null
  return (
    <>
      <MessageBar className={styles.bar} intent={findings.length > 0 ? 'warning' : 'info'}>
        <MessageBarBody>{sayFound(findings.length)}</MessageBarBody>
        {findings.length > 0 && (
          <MessageBarActions>
            <Button onClick={() => setOpen(true)}>
              {findings.length === 1 ? 'Look at it' : 'Look at them'}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {open && <FindingsDialog findings={findings} onClose={() => setOpen(false)} />}
    </>
  )
}
