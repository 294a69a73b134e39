import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { PanelRightContract20Regular, PanelRightExpand20Regular } from '@fluentui/react-icons'
import type { KeyboardEvent, PointerEvent } from 'react'
import { sayError } from '../../shared/errors.ts'
import type { RowView } from '../../shared/ipc/importCalls.ts'
import type { Review } from './collectStore.ts'
import { rowOf } from './decisions.ts'
import { sayField } from './fieldWords.ts'
import { inkOn } from './inkOn.ts'
import { narrowest, setSheetPane, useSheetPane, widest } from './useSheetPane.ts'
import { useSheetRow } from './useSheetRow.ts'

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  folded: { width: '40px', alignItems: 'center', paddingTop: '6px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '6px 8px 6px 12px' },
  title: {
    flexGrow: 1,
    margin: 0,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  body: { overflowY: 'auto', minHeight: 0, flexGrow: 1, padding: '0 12px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  letterColumn: { width: '28px' },
  headingColumn: { width: '34%' },
  letter: {
    padding: '4px 2px',
    textAlign: 'center',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  here: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  heading: {
    padding: '4px 6px',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  field: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  cell: {
    padding: '4px 6px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    forcedColorAdjust: 'none',
  },
  note: { display: 'block', marginTop: '4px', paddingTop: '4px', borderTop: `1px dashed currentColor` },
  grip: {
    position: 'absolute',
    left: '-4px',
    top: 0,
    bottom: 0,
    width: '8px',
    cursor: 'col-resize',
    touchAction: 'none',
    zIndex: 1,
    margin: 0,
    border: 'none',
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** The row that the keys stand on as it stands in the sheet: letters, headings, fills, notes, and what was read from each cell. */
export function SheetPane({ review }: { review: Review }) {
  const styles = useStyles()
  const { open, width } = useSheetPane()
  if (!open)
    return (
      <div className={mergeClasses(styles.pane, styles.folded)} data-region>
        <Button
          appearance="subtle"
          icon={<PanelRightExpand20Regular />}
          aria-label="Show the row as it stands in the sheet"
          title="Show the row as it stands in the sheet"
          onClick={() => setSheetPane({ open: true })}
        />
      </div>
    )
  return (
    <section
      className={styles.pane}
      style={{ width: `${width}px` }}
      aria-label="The row in the sheet"
      data-region
      data-sheet-pane
    >
      <Grip width={width} />
      <SheetRowView review={review} />
    </section>
  )
}

function SheetRowView({ review }: { review: Review }) {
  const styles = useStyles()
  const row = rowOf(review, review.cursor?.rowKey)
  const isCopy = row?.kind === 'copy'
  const last = useSheetRow(review.planId, isCopy ? null : row)
  const shown = isCopy ? null : last
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {shown ? `“${shown.row.row.sheet}”, row ${shown.row.row.row}` : 'The row in the sheet'}
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<PanelRightContract20Regular />}
          aria-label="Fold away"
          title="Fold away"
          onClick={() => setSheetPane({ open: false })}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls is to be reached by keyboard */}
      <div className={styles.body} tabIndex={0}>
        {!shown && (
          <Text className={styles.quiet}>
            {isCopy
              ? 'A group copy has no sheet: all that it says of this action stands beside the programme’s values.'
              : 'Stand on a row to see it as it was written.'}
          </Text>
        )}
        {shown?.error && <Text className={styles.quiet}>{sayError(shown.error)}</Text>}
        {shown?.view && <Cells view={shown.view} field={review.cursor?.field ?? null} />}
      </div>
    </>
  )
}

function Cells({ view, field }: { view: RowView; field: string | null }) {
  const styles = useStyles()
  const cells = new Map(view.cells.map((c) => [c.column, c]))
  const columns = view.columns.filter((c) => c.header !== '' || cells.has(c.column))
  if (columns.length === 0) return <Text className={styles.quiet}>This row has no cells of its own.</Text>
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.letterColumn} />
        <col className={styles.headingColumn} />
        <col />
      </colgroup>
      <tbody>
        {columns.map((c) => {
          const cell = cells.get(c.column)
          const fill = cell?.fill ?? null
          return (
            <tr key={c.column}>
              <td
                className={mergeClasses(styles.letter, c.field !== null && c.field === field && styles.here)}
              >
                {c.column}
              </td>
              <th scope="row" className={styles.heading}>
                {c.header === '' ? 'No heading' : c.header}
                <span className={styles.field}>{c.field ? `→ ${sayField(c.field)}` : 'not read'}</span>
              </th>
              <td className={styles.cell} style={fill ? { backgroundColor: fill, color: inkOn(fill) } : {}}>
                {cell?.text}
                {cell?.note && <span className={styles.note}>Note: {cell.note}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The edge that is dragged, or moved by the arrow keys. */
function Grip({ width }: { width: number }) {
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right
    if (right !== undefined) setSheetPane({ width: right - event.clientX })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: 16, ArrowRight: -16 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    setSheetPane({ width: width + by })
  }
  const { grip } = useStyles()
  return (
    // A separator that can be moved has a value and takes the focus, the pointer and the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      aria-orientation="vertical"
      aria-label="Width of the row in the sheet"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      className={grip}
      onPointerDown={(e) => e.currentTarget.setPointerCapture(e.pointerId)}
      onPointerMove={drag}
      onKeyDown={onKeyDown}
    />
  )
}
