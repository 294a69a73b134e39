import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useCall } from '../ui/useCall.ts'
import { SendBackDialog } from './SendBackDialog.tsx'

const useStyles = makeStyles({ root: { padding: '12px 24px 0', flexShrink: 0 } })

/** Above every screen of a group copy: what it is, what may be changed in it, and how it goes back. */
export function CopyBar() {
  const styles = useStyles()
  const { value: copy } = useCall('copy.about', {})
  const [sending, setSending] = useState(false)
  if (!copy) return null
  return (
    <div className={styles.root}>
      <MessageBar intent="info" aria-label="Group copy">
        <MessageBarBody>
          <MessageBarTitle>Group copy: {copy.scope},</MessageBarTitle>
          made on {sayDay(copy.madeAt)} by {copy.madeBy}. {sayMay(copy.scope)}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => setSending(true)}>
            Send my changes back…
          </Button>
        </MessageBarActions>
      </MessageBar>
      {sending && <SendBackDialog copy={copy} onClose={() => setSending(false)} />}
    </div>
  )
}

const sayMay = (scope: string): string =>
  scope === 'all groups'
    ? 'What you change here goes back to the programme.'
    : 'Only what you change in this group goes back.'
