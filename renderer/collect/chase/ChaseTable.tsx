import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { ChevronDown20Regular, ChevronRight20Regular, Mail20Regular } from '@fluentui/react-icons'
import { Fragment, useState } from 'react'
import type { MailChoice } from '../../../shared/ipc/issueCalls.ts'
import {
  answeredByOthers,
  isWaitedFor,
  type ChaseLedger,
  type ChaseRecipient,
} from '../../../shared/view/chase.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useSurfaceStyles } from '../../ui/useSurfaceStyles.ts'
import { count } from '../collectWords.ts'
import { ChaseLines } from './ChaseLines.tsx'
import { StateMark } from './StateMark.tsx'

const useStyles = makeStyles({
  more: { width: '36px', paddingTop: '2px', paddingBottom: '2px' },
  name: { width: '36%' },
  mail: { width: '110px', paddingTop: '2px', paddingBottom: '2px' },
  open: { padding: 0, borderBottomStyle: 'none' },
})

type Props = {
  readonly ledger: ChaseLedger
  readonly recipients: readonly ChaseRecipient[]
  readonly onMail: (choice: MailChoice) => void
}

/** Everybody who was asked, with what came back; each opens to its lines. */
export function ChaseTable({ ledger, recipients, onMail }: Props) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const turn = (key: string): void => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  const heads = ['Asked', 'State', 'Answered', 'Oldest line', 'Handed out', 'Return by']
  return (
    <table className={surface.table} aria-label={`Who was asked for ${ledger.period.name}`}>
      <thead>
        <tr>
          <th className={mergeClasses(surface.th, styles.more)} scope="col">
            <VisuallyHidden>Lines</VisuallyHidden>
          </th>
          {heads.map((head, i) => (
            <th key={head} className={mergeClasses(surface.th, i === 0 && styles.name)} scope="col">
              {head}
            </th>
          ))}
          <th className={mergeClasses(surface.th, styles.mail)} scope="col">
            E-mail
          </th>
        </tr>
      </thead>
      <tbody>
        {recipients.map((r, i) => {
          const key = `${r.by} ${r.name}`
          const isOpen = open.has(key)
          const id = `chase-lines-${i}`
          return (
            <Fragment key={key}>
              <Line
                recipient={r}
                isOpen={isOpen}
                linesId={id}
                onTurn={() => turn(key)}
                onMail={() =>
                  onMail({ period: ledger.period.label, by: r.by, name: r.name, kind: kindOf(r, ledger) })
                }
              />
              {isOpen && (
                <tr>
                  <td colSpan={heads.length + 2} className={styles.open}>
                    <ChaseLines recipient={r} id={id} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/** On the day of asking it is the request; after that a reminder. */
const kindOf = (r: ChaseRecipient, ledger: ChaseLedger): MailChoice['kind'] =>
  r.back.length === 0 && r.asked.length === 1 && r.asked[0]?.on === ledger.today ? 'request' : 'reminder'

type LineProps = {
  readonly recipient: ChaseRecipient
  readonly isOpen: boolean
  readonly linesId: string
  readonly onTurn: () => void
  readonly onMail: () => void
}

function Line({ recipient: r, isOpen, linesId, onTurn, onMail }: LineProps) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  return (
    <tr data-state={r.state}>
      <td className={mergeClasses(surface.td, styles.more)}>
        <Button
          appearance="subtle"
          size="small"
          icon={isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
          aria-label={`Lines of ${r.name}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? linesId : undefined}
          onClick={onTurn}
        />
      </td>
      <td className={surface.td}>{r.name}</td>
      <td className={surface.td}>
        <StateMark state={r.state} isLate={r.isLate} />
      </td>
      <td className={surface.td}>{sayAnswered(r)}</td>
      <td className={surface.td}>{sayOldest(r)}</td>
      <td className={surface.td}>
        {sayDay(r.asked.at(-1)?.on ?? '')}
        {r.asked.length > 1 && <div className={surface.quiet}>again on {sayDay(r.asked[0]?.on ?? '')}</div>}
      </td>
      <td className={surface.td}>{r.returnBy === null ? 'No date named' : sayDay(r.returnBy)}</td>
      <td className={mergeClasses(surface.td, styles.mail)}>
        {isWaitedFor(r) && (
          <Button size="small" icon={<Mail20Regular />} aria-label={`E-mail to ${r.name}`} onClick={onMail}>
            E-mail…
          </Button>
        )}
      </td>
    </tr>
  )
}

/** What others answered is not waited for, and not said to have come from somebody who is silent. */
function sayAnswered(r: ChaseRecipient): string {
  const all = `${r.lines.length - r.missing.length} of ${r.lines.length}`
  const others = answeredByOthers(r)
  return others === 0 ? all : `${all}, ${others === r.lines.length ? 'all' : others} by others`
}

function sayOldest({ lines }: ChaseRecipient): string {
  if (lines.some((l) => l.ageDays === null)) return 'No update yet'
  return count(Math.max(...lines.map((l) => l.ageDays ?? 0)), 'day')
}
