import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import { useClient } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px' },
  chair: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** Makes a copy for the chair of a group: a file to work in offline, which comes back like a workbook. */
export function MakeCopyDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const client = useClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const make = async (): Promise<void> => {
    if (chosen === null) return
    const groups = chosen === 'all' ? null : [Number(chosen)]
    const answer = await client('copy.make', { groups })
    setError(answer.ok ? null : answer.error)
    if (answer.ok && answer.value) setMade(answer.value.out)
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Make a copy for a chair</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>
              A file to work in without this one, with every screen. The whole plan can be read in it; what is
              changed in the group comes back on “Collect updates”, like a workbook.
            </Text>
            <GroupChoice chosen={chosen} onChoose={setChosen} />
            <ErrorBar error={error} />
            {made !== null && <Made path={made} />}
          </DialogContent>
          <DialogActions>
            <Button
              appearance={made === null ? 'primary' : 'secondary'}
              disabled={chosen === null}
              onClick={() => void make()}
            >
              {made === null ? 'Save the copy…' : 'Save another…'}
            </Button>
            <Button appearance={made === null ? 'secondary' : 'primary'} onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function GroupChoice({ chosen, onChoose }: { chosen: string | null; onChoose: (group: string) => void }) {
  const styles = useStyles()
  const { value: groups } = useCall('copy.groups', {})
  return (
    <Field label="Which group">
      <RadioGroup value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)}>
        {groups?.map((g) => (
          <Radio
            key={g.number}
            value={String(g.number)}
            label={
              <>
                {g.number} {g.name}
                {g.chair !== null && (
                  <Text size={200} className={styles.chair}>
                    {g.chair}
                  </Text>
                )}
              </>
            }
          />
        ))}
        <Radio value="all" label="All groups" />
      </RadioGroup>
    </Field>
  )
}

function Made({ path }: { path: string }) {
  const client = useClient()
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        Saved “{path}”. Send this file to the chair.{' '}
        <Link inline as="button" onClick={() => void client('paper.reveal', { path })}>
          Open folder
        </Link>
      </MessageBarBody>
    </MessageBar>
  )
}
