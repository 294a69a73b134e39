import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { readDay } from '../../../shared/dates/readDay.ts'
import { exampleDay } from '../../../shared/view/exampleDay.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useApp } from '../../app/client.tsx'
import { count } from '../collectWords.ts'
import { HandOutAgainDialog } from './HandOutAgainDialog.tsx'
import { chosenOf, haveOne, sayHaveOne, type IssueState } from './issueStore.ts'
import { useIssue } from './useIssue.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '16px',
    minHeight: '56px',
    padding: '8px 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  words: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  progress: { marginTop: '6px', maxWidth: '420px' },
})

/** What will be handed out, in words, and the button that does it. */
export function HandOutBar({ options }: { options: IssueOptions }) {
  const styles = useStyles()
  const { period, by, left, returnBy, writing, write } = useIssue((s) => s)
  const refresh = useApp((s) => s.refresh)
  const label = period ?? options.period
  const chosenPeriod = options.periods.find((p) => p.label === label)
  const name = chosenPeriod?.name ?? label
  const recipients = chosenOf({ by, left }, options)
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const until = untilOf(returnBy, options, today)
  const have = haveOne(recipients, by, chosenPeriod).length
  const again = sayHaveOne(have, recipients.length, name)
  const [asking, setAsking] = useState(false)
  const handOut = (): void => void write({ period: label, recipients, returnBy: until.day }).then(refresh)
  return (
    <div className={styles.bar} data-region>
      <div className={styles.words}>
        <output>
          <Text weight="semibold">
            {writing === null
              ? [sayChoice(recipients.length, name, until), until.wrong ? '' : again]
                  .filter(Boolean)
                  .join(' ')
              : sayWriting(writing, recipients.length)}
          </Text>
        </output>
        {writing !== null && writing !== 'asking' && (
          <ProgressBar
            className={styles.progress}
            aria-label="Writing the workbooks"
            value={writing.done / Math.max(writing.total, 1)}
          />
        )}
      </div>
      <Button
        className={styles.button}
        data-hand-out
        appearance={have > 0 ? 'secondary' : 'primary'}
        disabled={recipients.length === 0 || until.wrong || writing !== null}
        onClick={() => (have > 0 ? setAsking(true) : handOut())}
      >
        {have > 0 ? 'Hand out again…' : 'Choose a folder and hand out…'}
      </Button>
      {asking && <HandOutAgainDialog said={again} onYes={handOut} onClose={() => setAsking(false)} />}
    </div>
  )
}

type Until = { readonly day: string | null; readonly wrong: boolean; readonly why: string }

function untilOf(typed: string | null, options: IssueOptions, today: string): Until {
  if (typed === null) return { day: options.returnBy, wrong: false, why: '' }
  if (typed.trim() === '') return { day: null, wrong: false, why: '' }
  const day = readDay(typed, today)
  if (day === null)
    return { day, wrong: true, why: `Write the return date as one day, such as ${exampleDay(today)}.` }
  return { day, wrong: day < today, why: day < today ? 'The return date has passed.' : '' }
}

function sayChoice(recipients: number, name: string, { day, wrong, why }: Until): string {
  if (recipients === 0) return 'Nobody is chosen.'
  if (wrong) return why
  return `${count(recipients, 'workbook')} for ${name}${day === null ? '' : `, wanted back by ${sayDay(day)}`}.`
}

function sayWriting(writing: NonNullable<IssueState['writing']>, recipients: number): string {
  if (writing === 'asking') return `${count(recipients, 'workbook')}: choose where to put them.`
  return `Drawing ${writing.done + 1} of ${writing.total}: ${writing.file}`
}
