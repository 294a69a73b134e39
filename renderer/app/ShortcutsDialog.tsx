import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { reviewKeys } from '../collect/useReviewKeys.ts'
import { screens } from './screens.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '960px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))', gap: '16px 32px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: '16px',
    rowGap: '6px',
    margin: 0,
  },
  what: { margin: 0 },
  key: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '1px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})

const keys: readonly (readonly [string, string])[] = [
  ...screens.map((s, i) => [`Ctrl+${i + 1}`, s.label] as const),
  ['Ctrl+Z', 'Undo the last change of the programme (in a text box: the typing)'],
  ['Ctrl+Y', 'Redo'],
  ['Ctrl+N', 'New programme'],
  ['Ctrl+O', 'Open a programme'],
  ['F6', 'Next part of the window: navigation, screen, action'],
  ['Ctrl+F', 'Search the work plan'],
  ['↑ ↓', 'Move through the work plan'],
  ['→ ←', 'Unfold or fold an objective'],
  ['Enter', 'Everything about the action'],
  ['Alt+↓ Alt+↑', 'Next or previous action while one is open'],
  ['Escape', 'Close the action'],
  ['?', 'This list'],
]

/** Every key, in one list. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles()
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Keyboard shortcuts</DialogTitle>
          <DialogContent>
            <div className={styles.columns}>
              <KeyList title="Everywhere" keys={keys} />
              <KeyList title="Review of what came back" keys={reviewKeys} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

type ListProps = { readonly title: string; readonly keys: readonly (readonly [key: string, what: string])[] }

function KeyList({ title, keys: listed }: ListProps) {
  const styles = useStyles()
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {listed.map(([key, what]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd className={styles.what}>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
