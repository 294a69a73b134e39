import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PreviewFile } from '../../shared/import/previewDocument.ts'
import type { ReadSheet } from '../../shared/workbook/draft.ts'
import { count } from './collectWords.ts'
import { sayField } from './fieldWords.ts'

const useStyles = makeStyles({
  root: {
    padding: '8px 24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    maxHeight: '30%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  summary: {
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: '6px 0 2px', paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  missing: { display: 'block', marginTop: '4px' },
})

/** How a workbook was read: its sheets, which heading became which field, and what did not come back. */
export function FileSummary({ file }: { file: PreviewFile }) {
  const styles = useStyles()
  const unread = file.sheets.filter((s) => !s.read)
  return (
    <div className={styles.root}>
      <details>
        <summary className={styles.summary}>
          <Text>{sayRead(file.sheets)}</Text>
        </summary>
        <ul className={styles.list}>
          {file.sheets
            .filter((s) => s.read)
            .map((s) => (
              <li key={s.name}>{saySheet(s)}</li>
            ))}
          {unread.length > 0 && <li>Not read: {unread.map((s) => `“${s.name}”`).join(', ')}.</li>}
        </ul>
      </details>
      {file.missing.length > 0 && (
        <Text className={styles.missing}>
          {count(file.missing.length, 'action')} of the issued workbook did not come back (
          {file.missing.join(', ')}):{' '}
          {file.missing.length === 1 ? 'it stays as it is' : 'they stay as they are'}.
        </Text>
      )}
    </div>
  )
}

function sayRead(sheets: readonly ReadSheet[]): string {
  const read = sheets.filter((s) => s.read)
  const unused = read.flatMap((s) => s.columns).filter((c) => c.field === null && c.header !== '').length
  const columns = read.flatMap((s) => s.columns).filter((c) => c.field !== null).length
  const rest = unused > 0 ? `, ${unused} not used` : ''
  return `How it was read: ${count(read.length, 'sheet')} of ${sheets.length}, ${count(columns, 'column')} recognised${rest}`
}

function saySheet(sheet: ReadSheet): string {
  const used = sheet.columns.flatMap((c) =>
    c.field ? [`${c.header || c.column} → ${sayField(c.field)}`] : [],
  )
  const unused = sheet.columns.filter((c) => c.field === null && c.header !== '').map((c) => `“${c.header}”`)
  const heading = sheet.headerRow === null ? '' : `, headings in row ${sheet.headerRow}`
  const rest = unused.length > 0 ? ` Not used: ${unused.join(', ')}.` : ''
  return `“${sheet.name}”${heading}: ${used.join('; ')}.${rest}`
}
