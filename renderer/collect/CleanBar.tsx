import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Regular, TaskListSquareLtr20Regular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { count } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { cleanOf, stopsOf } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px 12px',
    flexShrink: 0,
    padding: '8px 24px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { lineHeight: 0, color: tokens.colorBrandForeground1 },
  done: { lineHeight: 0, color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
})

/** The rows that nobody needs to look at, counted, and done with in one click. */
export function CleanBar({ review }: { review: Review }) {
  const styles = useStyles()
  const takeClean = useCollect((s) => s.takeClean)
  const toggle = useCollect((s) => s.toggle)
  const moveTo = useCollect((s) => s.moveTo)
  const { rows, file } = review
  const here = useMemo(() => rows.filter((r) => file === null || r.file === file), [rows, file])
  const clean = useMemo(() => cleanOf(here), [here])
  const all = useMemo(() => cleanOf(rows), [rows])
  if (clean.rows === 0) return null
  const open = review.opened.has('changed')
  const values = count(clean.fields, 'value')
  const look = (): void => {
    toggle('changed')
    const first = open ? undefined : stopsOf(here.filter((r) => r.section === 'changed'))[0]
    if (first) moveTo(first)
  }
  return (
    <div className={styles.bar} data-clean={review.cleanTaken ? 'taken' : 'waiting'}>
      <span className={review.cleanTaken ? styles.done : styles.icon} aria-hidden>
        {review.cleanTaken ? <CheckmarkCircle20Regular /> : <TaskListSquareLtr20Regular />}
      </span>
      <Text className={styles.words}>
        {review.cleanTaken
          ? `${count(clean.rows, 'clean row')} taken: ${clean.rows === 1 ? 'its' : 'their'} ${values} will be written with the commit.`
          : `${count(clean.rows, 'clean row')}: only what came back has changed ${clean.rows === 1 ? 'it' : 'them'}, ${values} in all.`}
      </Text>
      <Button size="small" className={styles.button} aria-expanded={open} onClick={look}>
        {open ? 'Fold away' : 'Look at them'}
      </Button>
      {!review.cleanTaken && (
        <Button
          size="small"
          appearance="primary"
          className={styles.button}
          aria-keyshortcuts="C"
          onClick={takeClean}
        >
          Take all {all.rows > 1 ? `${all.rows} ` : ''}clean rows
          {all.rows > clean.rows && ', of every workbook'}
        </Button>
      )}
    </div>
  )
}
