import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  DismissCircle16Regular,
  DocumentMultiple16Regular,
  PersonQuestionMark16Regular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { PreviewFile } from '../../shared/import/previewDocument.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { count, sayFile } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { isRefused, sectionOf } from './reviewRows.ts'
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
})

/** The files of a preview with their state and, in words, their rows; a refused one says why. */
export function FileList({ review }: { review: Review }) {
  const styles = useStyles()
  const { files } = review.document
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
              {count(files.length, 'workbook')}
            </Text>
          </FileButton>
        </li>
      )}
      {files.map((file) => (
        <li key={file.file}>
          {isRefused(file) ? (
            <Line state="refused" name={file.file} words={file.error.message} />
          ) : (
            <FileButton
              file={files.length > 1 ? file.file : null}
              chosen={review.file === file.file || files.length === 1}
            >
              <Line
                state={needsPerson(file) ? 'person' : 'clean'}
                name={file.file}
                words={sayFile(file)}
                note={noteOf(file)}
              />
            </FileButton>
          )}
        </li>
      ))}
    </ul>
  )
}

const needsPerson = (file: PreviewFile): boolean => file.rows.some((r) => sectionOf(r) === 'needs-you')

function noteOf(file: PreviewFile): string {
  const kind = file.kind === 'issued' ? 'A workbook that was issued' : 'A tracker of the sender’s own'
  const from = file.sender ? `, from ${file.sender}` : ''
  return file.alreadyImported ? 'This very file was brought in before.' : `${kind}${from}.`
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
  readonly note?: string
}

function Line({ state, name, words, note }: LineProps) {
  const styles = useStyles()
  const colour = { clean: styles.good, person: styles.person, refused: styles.bad }[state]
  const content = (
    <>
      <span className={mergeClasses(styles.icon, colour)} title={states[state].word}>
        <span aria-hidden>{states[state].icon}</span>
        <VisuallyHidden>{states[state].word}: </VisuallyHidden>
      </span>
      <Text className={styles.name}>{name}</Text>
      <Text size={200} className={styles.words}>
        {words}
        {note && <br />}
        {note}
      </Text>
    </>
  )
  return state === 'refused' ? <div className={styles.item}>{content}</div> : content
}
