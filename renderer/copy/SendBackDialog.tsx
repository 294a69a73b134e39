import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { CopyAbout, CopySummary } from '../../shared/ipc/copyCalls.ts'
import { useClient } from '../app/client.tsx'
import { sayField } from '../collect/fieldWords.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '8px 12px',
    maxHeight: '38vh',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: '0 8px', padding: '4px 0' },
  ref: { fontWeight: tokens.fontWeightSemibold },
  action: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  what: { gridColumn: '2' },
  path: { overflowWrap: 'anywhere' },
})

/** What would go back to the programme, where the file lies, and a copy of it to send. */
export function SendBackDialog({ copy, onClose }: { copy: CopyAbout; onClose: () => void }) {
  const styles = useStyles()
  const client = useClient()
  const { value: summary, error } = useCall('copy.summary', {})
  const [refused, setRefused] = useState<AppError | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const answer = await client('copy.sendBack', {})
    setRefused(answer.ok ? null : answer.error)
    if (answer.ok && answer.value) setSaved(answer.value.out)
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Send my changes back</DialogTitle>
          <DialogContent className={styles.content}>
            <ErrorBar error={error} />
            {summary && <Summary summary={summary} />}
            <Text>
              Close this programme and e-mail the file <b className={styles.path}>{copy.path}</b>, or save a
              copy to send and work on. It is brought in on “Collect updates” of the programme, where every
              change is looked at first.
            </Text>
            {saved !== null && (
              <MessageBar intent="success" layout="multiline">
                <MessageBarBody>
                  Saved “{saved}”. E-mail this file.{' '}
                  <Link inline as="button" onClick={() => void client('paper.reveal', { path: saved })}>
                    Open folder
                  </Link>
                </MessageBarBody>
              </MessageBar>
            )}
            <ErrorBar error={refused} />
          </DialogContent>
          <DialogActions>
            <Button appearance={saved === null ? 'primary' : 'secondary'} onClick={() => void save()}>
              Save a copy to send…
            </Button>
            <Button appearance={saved === null ? 'secondary' : 'primary'} onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Summary({ summary }: { summary: CopySummary }) {
  const styles = useStyles()
  const values = summary.rows.reduce((n, r) => n + r.fields.length + r.others.length, 0)
  return (
    <>
      <Text weight="semibold">{sayCount(values)}</Text>
      {values > 0 && (
        <ul className={styles.list} aria-label="What goes back">
          {summary.rows.map((row, i) => (
            <li key={`${row.ref ?? ''} ${i}`} className={styles.line}>
              <span className={styles.ref}>{row.ref ?? ''}</span>
              <span className={styles.action} title={row.action ?? ''}>
                {row.action ?? ''}
              </span>
              <span className={styles.what}>{[...row.fields.map(sayField), ...row.others].join('; ')}</span>
            </li>
          ))}
        </ul>
      )}
      {summary.leftOut.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Not going back, because it is not of this group:
            <ul aria-label="What stays here">
              {summary.leftOut.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

function sayCount(values: number): string {
  if (values === 0) return 'Nothing was changed in this copy so far.'
  return values === 1
    ? '1 change since the copy was made goes back:'
    : `${values} changes since the copy was made go back:`
}
