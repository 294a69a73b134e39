import {
  Button,
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons'
import { useCallback, useEffect, useState } from 'react'
import { useRevision } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { count, sayMoment, sayTotals } from './collectWords.ts'
import type { PastImport } from './pastImportsStore.ts'
import { ReportButton } from './ReportButton.tsx'
import { UndoDialog } from './UndoDialog.tsx'
import { UndoneBar } from './UndoneBar.tsx'
import { useCollect, usePast } from './useCollect.ts'
import { openCollectTab } from './useCollectTab.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    overflowY: 'auto',
    flexGrow: 1,
    minHeight: 0,
    padding: '16px 24px',
    '> *': { flexShrink: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  file: { overflowWrap: 'anywhere' },
  cell: { paddingTop: '6px', paddingBottom: '6px', verticalAlign: 'top' },
  wide: { width: '28%' },
  when: { width: '180px' },
  narrow: { width: '88px' },
  undo: { width: '210px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
})

/** The imports of this programme, newest first, each with its undo. */
export function PastImports() {
  const styles = useStyles()
  const { imports, error, load } = usePast((s) => s)
  const revision = useRevision()
  const [asked, setAsked] = useState<PastImport | null>(null)
  const reload = useCallback(() => void load(), [load])
  useEffect(reload, [reload, revision])
  return (
    <section className={styles.root} aria-labelledby="past-imports">
      <h2 id="past-imports" className={styles.title}>
        Past imports
      </h2>
      <ErrorBar error={error} onRetry={reload} />
      <UndoneBar />
      {imports?.length === 0 && (
        <Text className={styles.quiet}>
          None yet. Every workbook you commit is listed here with what became of its rows, and can be undone
          as a whole, even later.
        </Text>
      )}
      {imports && imports.length > 0 && <ImportTable imports={imports} onUndo={setAsked} />}
      {asked && <UndoDialog importIds={[asked.id]} onClose={() => setAsked(null)} />}
    </section>
  )
}

type TableProps = { readonly imports: readonly PastImport[]; readonly onUndo: (past: PastImport) => void }

function ImportTable({ imports, onUndo }: TableProps) {
  const styles = useStyles()
  const undoing = usePast((s) => s.undoing)
  const resume = useCollect((s) => s.resume)
  return (
    <Table size="small" aria-labelledby="past-imports">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.wide}>Workbook</TableHeaderCell>
          <TableHeaderCell className={styles.when}>Brought in</TableHeaderCell>
          <TableHeaderCell>Rows</TableHeaderCell>
          <TableHeaderCell className={styles.narrow}>Written</TableHeaderCell>
          <TableHeaderCell className={styles.narrow}>Open</TableHeaderCell>
          <TableHeaderCell className={styles.undo}>Report and undo</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {imports.map((past) => (
          <TableRow key={past.id} data-import={past.id}>
            <TableCell className={styles.cell}>
              <div>
                <div className={styles.file}>{past.file}</div>
                {past.sender && <div className={styles.quiet}>from {past.sender}</div>}
              </div>
            </TableCell>
            <TableCell className={styles.cell}>
              <div>
                <div>{sayMoment(past.at)}</div>
                <div className={styles.quiet}>by {past.actor}</div>
              </div>
            </TableCell>
            <TableCell className={styles.cell}>
              {past.resumes === null
                ? sayTotals(past.totals, past.setAside)
                : 'Values left open before, decided later'}
            </TableCell>
            <TableCell className={styles.cell}>
              {past.fields === 0
                ? 'Nothing'
                : `${count(past.fields, 'change')} in ${count(past.rows, 'row')}`}
            </TableCell>
            <TableCell className={styles.cell}>
              {past.open === 0 ? (
                <span className={styles.quiet}>None</span>
              ) : (
                <Link
                  as="button"
                  aria-label={`${count(past.open, 'value')} that ${past.file} left open: decide`}
                  onClick={() => {
                    openCollectTab('bring-back')
                    void resume(past.id)
                  }}
                >
                  {count(past.open, 'value')}
                </Link>
              )}
            </TableCell>
            <TableCell className={styles.cell}>
              <div className={styles.buttons}>
                <ReportButton importIds={[past.id]} of={past.file} />
                {past.undoneAt ? (
                  <span className={styles.quiet}>Undone {sayMoment(past.undoneAt)}</span>
                ) : (
                  <Button
                    size="small"
                    icon={<ArrowUndo20Regular />}
                    disabled={undoing !== null}
                    aria-label={`Undo the import of ${past.file}`}
                    onClick={() => onUndo(past)}
                  >
                    {undoing === past.id ? 'Undoing…' : 'Undo…'}
                  </Button>
                )}
              </div>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
