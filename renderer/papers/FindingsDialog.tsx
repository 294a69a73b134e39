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
import type { Finding } from './papersStore.ts'
import { sayFinding, sayFound } from './paperWords.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '168px minmax(0, 1fr)',
    gap: '2px 12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  where: { gridColumn: '2', color: tokens.colorNeutralForeground2 },
})

type Props = {
  readonly findings: readonly Finding[]
  /** Absent where the list is only looked at. */
  readonly onSave?: () => void
  readonly onClose: () => void
}

/** What a paper for the public would give away: what, the words, where. Nothing is saved unless somebody says so. */
export function FindingsDialog({ findings, onSave, onClose }: Props) {
  const styles = useStyles()
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{onSave ? 'Save a paper for the public?' : 'What the public could read'}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>
              {sayFound(findings.length)} Reword it in the programme, or write a wording for the public;
              papers take that in its place.
            </Text>
            <ul className={styles.list}>
              {findings.map((f) => (
                <li key={`${f.code} ${f.where} ${f.text}`} className={styles.item}>
                  <Text weight="semibold">{sayFinding(f.code)}</Text>
                  <Text>“{f.text}”</Text>
                  <Text size={200} className={styles.where}>
                    {f.where}
                  </Text>
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            {onSave ? (
              <>
                <Button appearance="primary" onClick={onClose}>
                  Go back
                </Button>
                <Button onClick={onSave}>Save all the same</Button>
              </>
            ) : (
              <Button onClick={onClose}>Close</Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
