import { makeStyles, Select, tokens } from '@fluentui/react-components'
import type { SheetView } from '../../shared/ipc/importCalls.ts'
import type { FieldName, ReadColumn } from '../../shared/workbook/draft.ts'
import { FirstRows } from '../ui/FirstRows.tsx'
import type { ColumnChanges } from './ColumnsDialog.tsx'
import { fieldNames, howWords, sayField } from './fieldWords.ts'

const useStyles = makeStyles({
  how: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground2 },
})

type Props = {
  readonly view: SheetView
  readonly changes: ColumnChanges
  readonly onChange: (part: Partial<ColumnChanges>) => void
}

/** The first rows of a workbook's sheet, with the choice of its columns and of the row with the headings. */
export function ColumnsTable({ view, changes, onChange }: Props) {
  const set = (column: string, field: FieldName | null): void =>
    onChange({ fields: new Map(changes.fields).set(column, field) })
  return (
    <FirstRows
      name={view.sheet}
      columns={view.columns}
      rows={view.rows}
      headings={changes.headerRow ?? view.headerRow}
      onHeadings={(headerRow) => onChange({ headerRow })}
      choices={view.columns.map((column) => (
        <ColumnField key={column.column} column={column} changes={changes} onSet={set} />
      ))}
    />
  )
}

type FieldProps = {
  readonly column: ReadColumn
  readonly changes: ColumnChanges
  readonly onSet: (column: string, field: FieldName | null) => void
}

/** In the drop-down: a field is its name, "not read" a dash, and nothing said yet is empty where the headings moved. */
function ColumnField({ column, changes, onSet }: FieldProps) {
  const styles = useStyles()
  const said = changes.fields.get(column.column)
  const moved = changes.headerRow !== null && said === undefined
  const value = said === undefined ? (column.field ?? '-') : (said ?? '-')
  return (
    <>
      <Select
        size="small"
        aria-label={`Column ${column.column}${column.header ? `, ${column.header}` : ''}, is read as`}
        value={moved ? '' : value}
        onChange={(_, d) => onSet(column.column, fieldOf(d.value))}
      >
        {moved && <option value="">As its heading says</option>}
        <option value="-">Not read</option>
        {fieldNames.map((f) => (
          <option key={f} value={f}>
            {sayField(f)}
          </option>
        ))}
      </Select>
      <span className={styles.how}>{sayHow(column, said !== undefined, moved)}</span>
    </>
  )
}

const fieldOf = (value: string): FieldName | null => fieldNames.find((f) => f === value) ?? null

function sayHow(column: ReadColumn, said: boolean, moved: boolean): string {
  if (said) return 'As you say'
  return moved ? '' : howWords[column.how]
}
