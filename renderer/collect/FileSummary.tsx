import { Button, Combobox, Field, Input, makeStyles, Option, Text, tokens } from '@fluentui/react-components'
import { TableSettings20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { readDay } from '../../shared/dates/readDay.ts'
import type { PreviewFile } from '../../shared/import/previewDocument.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import type { ReadSheet } from '../../shared/workbook/draft.ts'
import { useApp } from '../app/client.tsx'
import { count } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { sayField } from './fieldWords.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  root: {
    padding: '8px 24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    maxHeight: '36%',
    overflowY: 'auto',
    flexShrink: 0,
  },
  line: { display: 'flex', alignItems: 'center', gap: '6px 16px', flexWrap: 'wrap' },
  field: { alignItems: 'center', gridTemplateColumns: 'auto 1fr', columnGap: '8px' },
  from: { width: '288px', minWidth: 0 },
  typed: { minWidth: 0, width: '100%' },
  day: { width: '136px' },
  summary: {
    marginTop: '6px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: '6px 0 2px', paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  missing: { display: 'block', marginTop: '6px' },
})

type Props = { readonly file: PreviewFile; readonly review: Review }

/** Whose a workbook is, the day it speaks for, how it was read, and what did not come back. */
export function FileSummary({ file, review }: Props) {
  const styles = useStyles()
  const open = useCollect((s) => s.open)
  const unread = file.sheets.filter((s) => !s.read)
  const isCopy = file.kind === 'copy'
  return (
    <div className={styles.root} data-file-summary>
      {review.source.kind === 'files' && !isCopy && (
        <div className={styles.line}>
          <Sender file={file} review={review} />
          <SpeaksFor file={file} review={review} />
          <Button
            size="small"
            icon={<TableSettings20Regular />}
            data-columns={file.file}
            onClick={() => open({ kind: 'columns', file: file.file })}
          >
            Columns…
          </Button>
        </div>
      )}
      {!isCopy && file.sheets.length > 0 && (
        <details>
          <summary className={styles.summary}>
            <Text>{sayRead(file)}</Text>
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
      )}
      {file.missing.length > 0 && (
        <Text className={styles.missing} data-missing>
          {count(file.missing.length, 'row')} of the issued workbook did not come back:{' '}
          {file.missing.join(', ')}.{' '}
          {file.missing.length === 1 ? 'The action stays as it is' : 'The actions stay as they are'}; ask{' '}
          {file.sender ?? 'the sender'} whether {file.missing.length === 1 ? 'it was' : 'they were'} left out
          on purpose.
        </Text>
      )}
    </div>
  )
}

/** What is typed, which follows what is saved whenever that changes. */
function useTyped(saved: string): readonly [string, (typed: string) => void] {
  const [state, setState] = useState({ saved, typed: saved })
  const now = state.saved === saved ? state : { saved, typed: saved }
  if (now !== state) setState(now)
  return [now.typed, (typed) => setState({ saved, typed })]
}

/** Whose it is: what was recognised, to be chosen or written in another way. */
function Sender({ file, review }: Props) {
  const styles = useStyles()
  const setFile = useCollect((s) => s.setFile)
  const [typed, setTyped] = useTyped(file.sender ?? '')
  const save = (sender: string): void => {
    if (sender.trim() === (file.sender ?? '')) return
    const said = review.answers.files.find((f) => f.file === file.file)
    void setFile({ file: file.file, sender: sender.trim() || null, on: said?.on ?? null })
  }
  const like = typed.trim().toLocaleLowerCase('en-GB')
  const isOwn = typed === (file.sender ?? '')
  const offered = review.senders
    .filter((s) => isOwn || s.toLocaleLowerCase('en-GB').includes(like))
    .slice(0, 50)
  return (
    <Field label="From" orientation="horizontal" className={styles.field}>
      <Combobox
        size="small"
        className={styles.from}
        input={{ className: styles.typed }}
        freeform
        value={typed}
        selectedOptions={[]}
        placeholder="Not recognised"
        onChange={(e) => setTyped(e.target.value)}
        onOptionSelect={(_, d) => {
          setTyped(d.optionText ?? '')
          save(d.optionText ?? '')
        }}
        onBlur={() => save(typed)}
      >
        {offered.map((s) => (
          <Option key={s}>{s}</Option>
        ))}
      </Combobox>
    </Field>
  )
}

/** The day that the workbook speaks for: what was found, or today. */
function SpeaksFor({ file, review }: Props) {
  const styles = useStyles()
  const setFile = useCollect((s) => s.setFile)
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const [typed, setTyped] = useTyped(sayDay(file.on))
  const day = readDay(typed, today)
  const why =
    typed.trim() !== '' &&
    (day === null ? 'One day, such as 4 February 2020' : day > today && 'Still to come')
  const save = (): void => {
    const blank = typed.trim() === ''
    if (why || (!blank && (day === null || day === file.on))) return
    const said = review.answers.files.find((f) => f.file === file.file)
    void setFile({ file: file.file, sender: said?.sender ?? null, on: blank ? null : day })
  }
  return (
    <Field
      label="Speaks for"
      orientation="horizontal"
      className={styles.field}
      {...(why ? { validationMessage: why } : {})}
    >
      <Input
        size="small"
        className={styles.day}
        value={typed}
        onChange={(_, d) => setTyped(d.value)}
        onBlur={save}
        onKeyDown={(e) => e.key === 'Enter' && save()}
      />
    </Field>
  )
}

function sayRead({ sheets, mapping }: PreviewFile): string {
  const read = sheets.filter((s) => s.read)
  const unused = read.flatMap((s) => s.columns).filter((c) => c.field === null && c.header !== '').length
  const columns = read.flatMap((s) => s.columns).filter((c) => c.field !== null).length
  const rest = unused > 0 ? `, ${unused} not used` : ''
  const by = mapping === null ? '' : `, by the columns kept as “${mapping}”`
  return `How it was read: ${count(read.length, 'sheet')} of ${sheets.length}, ${count(columns, 'column')} recognised${rest}${by}`
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
