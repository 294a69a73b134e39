import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowUndo20Regular, Dismiss16Regular } from '@fluentui/react-icons'
import { format, parseISO } from 'date-fns'
import { useCallback, useEffect, useState } from 'react'
import { useRevision } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { count, sayTotals } from './collectWords.ts'
import { sayUnknown, sayFieldName } from './fieldWords.ts'
import type { PastImport } from './pastImportsStore.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { usePast } from './useCollect.ts'

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
  wide: { width: '30%' },
  when: { width: '200px' },
  narrow: { width: '104px' },
  undo: { width: '150px' },
  kept: { margin: '4px 0 0', paddingLeft: '20px' },
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
          None yet. Every workbook you commit is listed here with what became of its rows, and can be taken
          back as a whole, even later.
        </Text>
      )}
      {imports && imports.length > 0 && <ImportTable imports={imports} onUndo={setAsked} />}
      {asked && <UndoDialog past={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

type TableProps = { readonly imports: readonly PastImport[]; readonly onUndo: (past: PastImport) => void }

function ImportTable({ imports, onUndo }: TableProps) {
  const styles = useStyles()
  const undoing = usePast((s) => s.undoing)
  return (
    <Table size="small" aria-labelledby="past-imports">
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.wide}>Workbook</TableHeaderCell>
          <TableHeaderCell className={styles.when}>Brought in</TableHeaderCell>
          <TableHeaderCell>Rows</TableHeaderCell>
          <TableHeaderCell className={styles.narrow}>Written</TableHeaderCell>
          <TableHeaderCell className={styles.undo}>Undo</TableHeaderCell>
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
            <TableCell className={styles.cell}>{sayTotals(past.totals)}</TableCell>
            <TableCell className={styles.cell}>{count(past.fields, 'value')}</TableCell>
            <TableCell className={styles.cell}>
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
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** What an undo restored, and what it kept because somebody has edited it since. */
function UndoneBar() {
  const styles = useStyles()
  const undone = usePast((s) => s.undone)
  const dismiss = usePast((s) => s.dismiss)
  if (!undone) return null
  const { restored, kept } = undone.result
  return (
    <MessageBar intent={kept.length > 0 ? 'warning' : 'success'} layout="multiline" data-undone>
      <MessageBarBody>
        <MessageBarTitle>“{undone.file}” was taken back.</MessageBarTitle>
        {count(restored, 'value')} restored
        {kept.length > 0 ? `, ${count(kept.length, 'value')} kept:` : '.'}
        {kept.length > 0 && (
          <ul className={styles.kept}>
            {kept.map((k) => (
              <li key={`${k.ref} ${k.field}`}>
                {k.ref} {sayFieldName(k.field)}: {k.why} Kept as “{sayUnknown(k.value)}”
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="Dismiss message"
            onClick={dismiss}
          />
        }
      />
    </MessageBar>
  )
}

const sayMoment = (iso: string): string => format(parseISO(iso), 'd MMMM yyyy, HH:mm')
