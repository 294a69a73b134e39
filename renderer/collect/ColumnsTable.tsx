import { makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components'
import type { SheetView } from '../../shared/ipc/importCalls.ts'
import type { FieldName, ReadColumn } from '../../shared/workbook/draft.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import type { ColumnChanges } from './ColumnsDialog.tsx'
import { fieldNames, sayField } from './fieldWords.ts'

const useStyles = makeStyles({
  frame: { overflow: 'auto', maxHeight: '46vh', border: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  letter: {
    padding: '2px 8px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: {
    padding: '4px 6px',
    minWidth: '168px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  how: { display: 'block', marginTop: '2px', color: tokens.colorNeutralForeground2 },
  gutter: {
    position: 'sticky',
    left: 0,
    padding: '4px 8px',
    minWidth: '92px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '4px 8px',
    verticalAlign: 'top',
    maxWidth: '260px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  headings: { backgroundColor: tokens.colorBrandBackground2, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', alignItems: 'center', gap: '6px' },
})

type Props = {
  readonly view: SheetView
  readonly changes: ColumnChanges
  readonly onChange: (part: Partial<ColumnChanges>) => void
}

/** The first rows of a sheet as in Excel: over each column its field, beside each row whether the headings stand in it. */
export function ColumnsTable({ view, changes, onChange }: Props) {
  const styles = useStyles()
  const headings = changes.headerRow ?? view.headerRow
  const set = (column: string, field: FieldName | null): void =>
    onChange({ fields: new Map(changes.fields).set(column, field) })
  return (
    // A part that scrolls is to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={`First rows of “${view.sheet}”`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.letter}>
              <VisuallyHidden>Row</VisuallyHidden>
            </th>
            {view.columns.map((c) => (
              <th key={c.column} scope="col" className={styles.letter}>
                {c.column}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row" className={styles.gutter}>
              <Text size={200}>Is read as</Text>
            </th>
            {view.columns.map((c) => (
              <td key={c.column} className={styles.choice}>
                <ColumnField column={c} changes={changes} onSet={set} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ row, cells }) => (
            <tr key={row} className={row === headings ? styles.headings : undefined}>
              <th scope="row" className={mergeClasses(styles.gutter)}>
                <label className={styles.row}>
                  <input
                    type="radio"
                    name="heading-row"
                    checked={row === headings}
                    aria-label={`The headings stand in row ${row}`}
                    onChange={() => onChange({ headerRow: row })}
                  />
                  {row}
                  {row === headings && ' headings'}
                </label>
              </th>
              {view.columns.map((c, n) => (
                <td key={c.column} className={styles.cell}>
                  <span className={styles.text}>{cells[n]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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

const howWords: Readonly<Record<ReadColumn['how'], string>> = {
  exact: 'Recognised by its heading',
  synonym: 'Recognised by a usual heading',
  similar: 'Recognised by a close spelling',
  saved: 'As you set it before',
  none: '',
}

function sayHow(column: ReadColumn, said: boolean, moved: boolean): string {
  if (said) return 'As you say'
  return moved ? '' : howWords[column.how]
}
