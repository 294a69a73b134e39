import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { SentDocument } from '../../shared/ipc/contract.ts'
import { sayMoment } from '../collect/collectWords.ts'
import { useApp, useClient } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'
import { sayAsAt, sayFor, splitPath } from './paperWords.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '8px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  line: { display: 'block' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  print: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexDirection: 'column', gap: '4px' },
})

/** The register of documents: what was saved, for whom, from what, when and by whom, where to, with its fingerprint. */
export function SentDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const { value, error, reload } = useCall('document.list', {})
  const [refused, setRefused] = useState<AppError | null>(null)
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>Papers saved so far</DialogTitle>
          <DialogContent className={styles.content}>
            <ErrorBar error={error} onRetry={reload} />
            <ErrorBar error={refused} />
            <Text>
              {value?.length === 0
                ? 'No paper has been saved from this programme yet. Papers exported from the command line are not listed here.'
                : 'The newest first. A fingerprint tells whether a file is still the one that was saved.'}
            </Text>
            <ul className={styles.list} aria-label="Papers saved so far">
              {value?.map((doc) => (
                <Sent key={doc.id} doc={doc} onRefused={setRefused} />
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

type SentProps = { readonly doc: SentDocument; readonly onRefused: (error: AppError | null) => void }

function Sent({ doc, onRefused }: SentProps) {
  const styles = useStyles()
  const call = useClient()
  const say = useApp((s) => s.say)
  const { folder, name } = splitPath(doc.file)
  const whom = sayFor(doc)
  const reveal = async (): Promise<void> => {
    const answer = await call('paper.reveal', { path: doc.file })
    onRefused(answer.ok ? null : answer.error)
  }
  const copy = async (): Promise<void> => {
    const answer = await call('document.copyPrint', { id: doc.id })
    if (answer.ok) say('The fingerprint was copied.')
    else onRefused(answer.error)
  }
  return (
    <li className={styles.item}>
      <div>
        <Text weight="semibold" className={styles.line}>
          {doc.name} ({doc.format === 'docx' ? 'Word' : 'Excel'}), {sayAsAt(doc.asAt)}
        </Text>
        {whom && <Text className={styles.line}>{whom}</Text>}
        <Text size={200} className={styles.quiet}>
          {sayMoment(doc.at)}, {doc.actor}
        </Text>
        <Text size={200} className={styles.quiet}>
          “{name}” in {folder}
        </Text>
        <Text size={200} className={styles.quiet} title={doc.sha256}>
          Fingerprint <span className={styles.print}>{doc.sha256.slice(0, 12)}</span>
        </Text>
      </div>
      <span className={styles.buttons}>
        <Button size="small" aria-label={`Show ${name} in its folder`} onClick={() => void reveal()}>
          Show in folder
        </Button>
        <Button size="small" aria-label={`Copy the fingerprint of ${name}`} onClick={() => void copy()}>
          Copy fingerprint
        </Button>
      </span>
    </li>
  )
}
