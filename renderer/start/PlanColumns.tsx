import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useStore } from 'zustand'
import {
  planField,
  place,
  type PlanColumn,
  type PlanField,
  type PlanPreview,
  type PlanTableView,
} from '../../shared/planIn/planDraft.ts'
import { fieldName } from '../../shared/workbook/draft.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import type { PlanInStore } from './planInStore.ts'
import { placeWords, sayPlanField } from './planInWords.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '20px' },
  sheet: { maxWidth: '360px' },
  frame: { overflow: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: '6px 8px',
    minWidth: '150px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    verticalAlign: 'top',
    padding: '6px 8px',
    maxWidth: '260px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  example: { maxWidth: '420px' },
})

type Props = { readonly store: PlanInStore; readonly preview: PlanPreview }

/** How a plan was read: which column of each table is which field, and what its headings are; both can be corrected here. */
export function PlanColumns({ store, preview }: Props) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const read = preview.tables.filter((t) => t.read)
  const [name, setName] = useState('')
  const table = read.find((t) => t.name === name) ?? read[0]
  return (
    <div className={styles.page}>
      <Levels store={store} preview={preview} />
      <section aria-labelledby="plan-columns">
        <h2 id="plan-columns" className={surface.heading}>
          Columns
        </h2>
        {table ? (
          <div className={styles.page}>
            <Field label={preview.kind === 'excel' ? 'Sheet' : 'Table'} className={styles.sheet}>
              <Select value={table.name} onChange={(_, d) => setName(d.value)}>
                {read.map((t) => (
                  <option key={t.name} value={t.name}>
                    {t.name}
                  </option>
                ))}
              </Select>
            </Field>
            <ColumnTable store={store} table={table} />
          </div>
        ) : (
          <Text className={styles.quiet}>No table with actions was found.</Text>
        )}
      </section>
    </div>
  )
}

function ColumnTable({ store, table }: { store: PlanInStore; table: PlanTableView }) {
  const styles = useStyles()
  return (
    // A part that scrolls is to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={`First rows of “${table.name}”`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((c) => (
              <th key={c.column} scope="col" className={styles.head}>
                <span className={styles.text}>{c.header || `Column ${c.column}, without a heading`}</span>
                <FieldChoice store={store} sheet={table.name} column={c} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ row, cells }) => (
            <tr key={row}>
              {table.columns.map((c, i) => (
                <td key={c.column} className={styles.cell}>
                  <span className={styles.text}>{cells[i]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const fields: readonly PlanField[] = ['group', 'priority', ...fieldName.options, 'milestone']

type ChoiceProps = { readonly store: PlanInStore; readonly sheet: string; readonly column: PlanColumn }

function FieldChoice({ store, sheet, column }: ChoiceProps) {
  const { setField } = useStore(store)
  return (
    <Select
      size="small"
      aria-label={`${column.header || `Column ${column.column}`}, is read as`}
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
  )
}

function Levels({ store, preview }: Props) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { setLevel } = useStore(store)
  if (preview.levels.length === 0) return null
  return (
    <section aria-labelledby="plan-levels">
      <h2 id="plan-levels" className={surface.heading}>
        Headings
      </h2>
      <table className={surface.table}>
        <thead>
          <tr>
            {['What stands in the plan', 'Such as', 'How many', 'Becomes'].map((h) => (
              <th key={h} scope="col" className={surface.th}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.levels.map((level) => (
            <tr key={level.key}>
              <td className={surface.td}>{level.name}</td>
              <td className={surface.td}>
                <span className={styles.text}>{level.example}</span>
              </td>
              <td className={surface.td}>{level.count}</td>
              <td className={surface.td}>
                <Select
                  size="small"
                  aria-label={`${level.name} become`}
                  value={level.as ?? ''}
                  onChange={(_, d) => void setLevel(level.key, d.value === '' ? null : place.parse(d.value))}
                >
                  <option value="">Nothing</option>
                  {place.options.map((p) => (
                    <option key={p} value={p}>
                      {placeWords[p]}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
