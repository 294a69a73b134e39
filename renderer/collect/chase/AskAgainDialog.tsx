import { Checkbox, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { readDay } from '../../../shared/dates/readDay.ts'
import type { HandedOut } from '../../../shared/ipc/issueCalls.ts'
import { askAgainBy, givenUntil } from '../../../shared/issue/askAgainBy.ts'
import { isWaitedFor, type ChaseLedger, type ChaseRecipient } from '../../../shared/view/chase.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useClient } from '../../app/client.tsx'
import { FormDialog } from '../../papers/FormDialog.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useFocusReturn } from '../../ui/useFocusReturn.ts'
import { count } from '../collectWords.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '40vh',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    border: 'none',
  },
})

type Props = {
  readonly ledger: ChaseLedger
  readonly onDone: (result: HandedOut) => void
  readonly onClose: () => void
}

/** New workbooks for those who are still waited for, with only the lines that have no answer. */
export function AskAgainDialog({ ledger, onDone, onClose }: Props) {
  const styles = useStyles()
  useFocusReturn('[data-handed-out] h2')
  const client = useClient()
  const waited = ledger.recipients.filter(isWaitedFor)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(waited.map(keyOf)))
  const [typed, setTyped] = useState(sayDay(askAgainBy(ledger.today, waited)))
  const day = typed.trim() === '' ? null : readDay(typed, ledger.today)
  const until = givenUntil(waited.filter((r) => chosen.has(keyOf(r))))
  const why = day === null ? '' : whyNot(day, ledger.today, until)
  const isWrong = typed.trim() !== '' && (day === null || why !== '')
  const submit = async () => {
    const recipients = waited.filter((r) => chosen.has(keyOf(r))).map(({ by, name }) => ({ by, name }))
    const answer = await client('chase.reissue', { period: ledger.period.label, recipients, returnBy: day })
    if (!answer.ok) return answer.error
    if (answer.value) onDone(answer.value)
    return null
  }
  return (
    <FormDialog
      title={`Ask again for ${ledger.period.name}`}
      action="Hand out again…"
      disabled={chosen.size === 0 || isWrong}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>
        Each gets a new workbook with only the actions that nobody has answered. The first workbook stays
        valid: whichever comes back is read, and both may.
      </Text>
      <fieldset className={styles.list} aria-label="Whom to ask again">
        {waited.map((r) => (
          <Checkbox
            key={keyOf(r)}
            label={`${r.name}: ${count(r.missing.length, 'action')}`}
            checked={chosen.has(keyOf(r))}
            onChange={(_, d) => {
              const next = new Set(chosen)
              if (d.checked === true) next.add(keyOf(r))
              else next.delete(keyOf(r))
              setChosen(next)
            }}
          />
        ))}
      </fieldset>
      <DayField
        label="Please return by"
        value={typed}
        onChange={setTyped}
        hint={until === null ? '' : `They were given until ${sayDay(until)}.`}
        missing=""
        wrong={why}
      />
    </FormDialog>
  )
}

/** Nobody gets less time by being asked again. */
function whyNot(day: string, today: string, until: string | null): string {
  if (day < today) return 'The return date has passed.'
  return until !== null && day < until
    ? `They have until ${sayDay(until)} already. Choose that day or a later one.`
    : ''
}

const keyOf = (r: ChaseRecipient): string => `${r.by} ${r.name}`
