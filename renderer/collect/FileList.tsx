import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  DismissCircle16Regular,
  DocumentMultiple16Regular,
  PersonQuestionMark16Regular,
} from '@fluentui/react-icons'
import { type ReactNode, useMemo } from 'react'
import type { PreviewFile, RefusedFile } from '../../shared/import/previewDocument.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { count, sayLeft, sayRows } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { countRows, isRefused, type ReviewRow } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '8px',
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    gap: '4px 8px',
    width: '100%',
    padding: '8px',
    boxSizing: 'border-box',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  icon: { gridRow: '1 / span 2', paddingTop: '2px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  person: { color: tokens.colorStatusWarningForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  name: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  words: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  note: { display: 'block' },
  columns: { margin: '0 8px 8px 36px' },
})

/** The files of a preview with their state and, in words, their rows; a refused one says why. */
export function FileList({ review }: { review: Review }) {
  const styles = useStyles()
  const { files } = review.document
  const rows = useMemo(() => Map.groupBy(review.rows, (r) => r.file), [review.rows])
  return (
    <ul className={styles.list} aria-label="Workbooks">
      {files.length > 1 && (
        <li>
          <FileButton file={null} chosen={review.file === null}>
            <span className={styles.icon}>
              <DocumentMultiple16Regular aria-hidden />
            </span>
            <Text className={styles.name}>All workbooks</Text>
            <Text size={200} className={styles.words}>
              {[count(files.length, 'workbook'), sayLeft(review.rows, review.choices)]
                .filter(Boolean)
                .join(': ')}
            </Text>
          </FileButton>
        </li>
      )}
      {files.map((file) => (
        <li key={file.file}>
          {isRefused(file) ? (
            <RefusedLine file={file} />
          ) : (
            <FileButton
              file={files.length > 1 ? file.file : null}
              chosen={review.file === file.file || files.length === 1}
            >
              <ReadLine file={file} rows={rows.get(file.file) ?? []} review={review} />
            </FileButton>
          )}
        </li>
      ))}
    </ul>
  )
}

function ReadLine({ file, rows, review }: { file: PreviewFile; rows: readonly ReviewRow[]; review: Review }) {
  const left = countRows(rows, review.choices)['needs-you']
  return (
    <Line
      state={left > 0 ? 'person' : 'clean'}
      name={file.file}
      words={sayRows(rows, review.choices, review.cleanTaken)}
      notes={[
        noteOf(file),
        ...(file.problems ?? []).map((p) => p.message),
        file.missing.length > 0 ? `${count(file.missing.length, 'row')} did not come back.` : '',
      ]}
    />
  )
}

/** The reason once: the name of the file stands above it. */
function RefusedLine({ file }: { file: RefusedFile }) {
  const styles = useStyles()
  const open = useCollect((s) => s.open)
  return (
    <>
      <div className={styles.item}>
        <Line state="refused" name={file.file} words={withoutName(file)} notes={[]} />
      </div>
      {file.error.code === 'no-plan-table' && (
        <Button
          size="small"
          className={styles.columns}
          data-columns={file.file}
          aria-label={`Set its columns… ${file.file}`}
          onClick={() => open({ kind: 'columns', file: file.file })}
        >
          Set its columns…
        </Button>
      )}
    </>
  )
}

/** "“WG3.xlsx”, sheet “Plan”: why" says its file again, which stands above it. */
function withoutName({ file, error }: RefusedFile): string {
  const name = [`“${file}”: `, `“${file}”, `].find((n) => error.message.startsWith(n))
  return name ? capital(error.message.slice(name.length)) : error.message
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

const kinds = {
  issued: 'A workbook that was issued',
  tracker: 'A tracker of the sender’s own',
  copy: 'A group copy',
} as const

function noteOf(file: PreviewFile): string {
  if (file.alreadyImported) return 'This very file was brought in before.'
  return `${kinds[file.kind]}${file.sender ? `, from ${file.sender}` : ''}.`
}

type ButtonProps = { readonly file: string | null; readonly chosen: boolean; readonly children: ReactNode }

function FileButton({ file, chosen, children }: ButtonProps) {
  const styles = useStyles()
  const showFile = useCollect((s) => s.showFile)
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, styles.button, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={() => showFile(file)}
    >
      {children}
    </button>
  )
}

const states = {
  clean: { icon: <CheckmarkCircle16Regular />, word: 'Nothing to decide' },
  person: { icon: <PersonQuestionMark16Regular />, word: 'Needs you' },
  refused: { icon: <DismissCircle16Regular />, word: 'Not read' },
} as const

type LineProps = {
  readonly state: keyof typeof states
  readonly name: string
  readonly words: string
  readonly notes: readonly string[]
}

function Line({ state, name, words, notes }: LineProps) {
  const styles = useStyles()
  const colour = { clean: styles.good, person: styles.person, refused: styles.bad }[state]
  return (
    <>
      <span className={mergeClasses(styles.icon, colour)} title={states[state].word}>
        <span aria-hidden>{states[state].icon}</span>
        <VisuallyHidden>{states[state].word}: </VisuallyHidden>
      </span>
      <Text className={styles.name}>{name}</Text>
      <Text size={200} className={styles.words}>
        {words}
        {notes.filter(Boolean).map((note) => (
          <span key={note} className={styles.note}>
            {note}
          </span>
        ))}
      </Text>
    </>
  )
}
