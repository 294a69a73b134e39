import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useStore } from 'zustand'
import {
  planField,
  type PlanColumn,
  type PlanField,
  type PlanPreview,
  type PlanTableView,
} from '../../shared/planIn/planDraft.ts'
import { fieldName } from '../../shared/workbook/draft.ts'
import { howWords } from '../collect/fieldWords.ts'
import { FirstRows } from '../ui/FirstRows.tsx'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import type { PlanInStore } from './planInStore.ts'
import { sayPlanField, sayTable } from './planInWords.ts'
import { PlanLevels } from './PlanLevels.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '20px' },
  table: { display: 'flex', flexDirection: 'column', gap: '12px' },
  which: { display: 'flex', alignItems: 'flex-end', gap: '12px' },
  sheet: { width: '360px' },
  button: { whiteSpace: 'nowrap' },
  how: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = { readonly store: PlanInStore; readonly preview: PlanPreview }

/**
 * How a plan was read: where the headings of each table stand, which column is which field, and what its headings are. All of
 * it can be corrected here, also of tables that nothing was found in.
 */
export function PlanColumns({ store, preview }: Props) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { tables, kind } = preview
  const [name, setName] = useState(() => tables.find((t) => t.read)?.name)
  const table = tables.find((t) => t.name === name) ?? tables[0]
  const { answers, readAsFound } = useStore(store)
  const isSaid = answers.mappings.some((m) => m.sheet === table?.name)
  return (
    <div className={styles.page}>
      <PlanLevels store={store} preview={preview} />
      <section aria-labelledby="plan-columns" className={styles.table}>
        <h2 id="plan-columns" className={surface.heading}>
          Columns
        </h2>
        {table ? (
          <>
            <div className={styles.which}>
              <Field label={kind === 'excel' ? 'Sheet' : 'Table'} className={styles.sheet}>
                <Select value={table.name} onChange={(_, d) => setName(d.value)}>
                  {tables.map((t) => (
                    <option key={t.name} value={t.name}>
                      {listsPriorities(preview, t) ? `${t.name}: priorities` : sayTable(t)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button
                className={styles.button}
                disabledFocusable={!isSaid}
                onClick={() => void readAsFound(table.name)}
              >
                Read it as it was found
              </Button>
            </div>
            <Text className={styles.quiet}>
              {listsPriorities(preview, table) ? 'Its rows are priorities of the plan.' : whatToDo(table)}
            </Text>
            <TableRows store={store} table={table} />
          </>
        ) : (
          <Text className={styles.quiet}>There is no table in this document.</Text>
        )}
      </section>
    </div>
  )
}

/** A table without actions can still be a list of the plan's priorities. */
const listsPriorities = ({ rows }: PlanPreview, { name, read }: PlanTableView): boolean =>
  !read && rows.some((r) => r.sheet === name && r.outcome === 'priority')

function whatToDo({ headerRow, read, rowZero, columns }: PlanTableView): string {
  if (headerRow === null)
    return 'No headings of actions were found here, so its rows are not taken. If it holds actions, choose the row with its headings, then say what each column is.'
  if (!read) return 'No column is read yet, so its rows are not taken. Say which column holds the actions.'
  if (!columns.some((c) => c.field === 'action'))
    return 'No column holds the actions yet. Say which one does.'
  return rowZero === 'labels'
    ? 'A label stands before each value; the labels are the headings.'
    : 'If the headings stand in another row, choose it; what a column is can be changed over it.'
}

const sentences: Readonly<Record<PlanTableView['rowZero'], string>> = {
  none: 'No row holds headings',
  'taken-over': 'The headings of the table before',
  labels: 'labels',
}

function TableRows({ store, table }: { store: PlanInStore; table: PlanTableView }) {
  const { setHeaderRow } = useStore(store)
  const { headerRow, rowZero, columns } = table
  const outer = headerRow === 0 && rowZero !== 'none' ? columns.map((c) => c.header) : null
  return (
    <FirstRows
      name={table.name}
      columns={columns}
      rows={table.rows}
      headings={headerRow}
      onHeadings={(row) => void setHeaderRow(table.name, row)}
      choices={
        headerRow === null
          ? null
          : columns.map((c) => <FieldChoice key={c.column} store={store} sheet={table.name} column={c} />)
      }
      above={{ cells: outer, label: sentences[rowZero], only: rowZero === 'labels' }}
    />
  )
}

const fields: readonly PlanField[] = ['group', 'priority', ...fieldName.options, 'milestone']

type ChoiceProps = { readonly store: PlanInStore; readonly sheet: string; readonly column: PlanColumn }

function FieldChoice({ store, sheet, column }: ChoiceProps) {
  const styles = useStyles()
  const { setField } = useStore(store)
  return (
    <>
      <Select
        size="small"
        aria-label={`Column ${column.column}${column.header ? `, ${column.header}` : ''}, is read as`}
        value={column.field ?? ''}
        onChange={(_, d) =>
          void setField(sheet, column.column, d.value === '' ? null : planField.parse(d.value))
        }
      >
        <option value="">Kept as a note</option>
        {fields.map((f) => (
          <option key={f} value={f}>
            {sayPlanField(f)}
          </option>
        ))}
      </Select>
      <span className={styles.how}>{column.how === 'saved' ? 'As you say' : howWords[column.how]}</span>
    </>
  )
}
