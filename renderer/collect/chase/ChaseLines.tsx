import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ChaseLine, ChaseRecipient } from '../../../shared/view/chase.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useDesk } from '../../app/client.tsx'
import { useSurfaceStyles } from '../../ui/useSurfaceStyles.ts'
import { count } from '../collectWords.ts'

const useStyles = makeStyles({
  root: {
    padding: '4px 8px 16px 44px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  files: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  ref: { width: '72px' },
  answer: { width: '28%' },
  age: { width: '240px' },
  td: { verticalAlign: 'top' },
})

/** What was handed out to somebody, what came back, and every line with its answer and its age. */
export function ChaseLines({ recipient, id }: { recipient: ChaseRecipient; id: string }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { app } = useDesk()
  return (
    <div id={id} className={styles.root}>
      <ul className={styles.files} aria-label={`Workbooks of ${recipient.name}`}>
        {recipient.asked.map((a, i) => (
          <li key={a.issuedId}>
            {i < recipient.asked.length - 1 ? 'Handed out again' : 'Handed out'} on {sayDay(a.on)} by{' '}
            {a.actor}: {a.file}
          </li>
        ))}
        {recipient.back.map((b) => (
          <li key={b.importId}>
            Came back on {sayDay(b.on)}: {b.file}
          </li>
        ))}
      </ul>
      <table className={surface.table} aria-label={`Actions of ${recipient.name}`}>
        <thead>
          <tr>
            <th className={mergeClasses(surface.th, styles.ref)} scope="col">
              Ref
            </th>
            <th className={surface.th} scope="col">
              Action
            </th>
            <th className={mergeClasses(surface.th, styles.answer)} scope="col">
              Answer
            </th>
            <th className={mergeClasses(surface.th, styles.age)} scope="col">
              Last update
            </th>
          </tr>
        </thead>
        <tbody>
          {recipient.lines.map((line) => (
            <tr key={line.actionId}>
              <td className={mergeClasses(surface.td, styles.td)}>
                <button
                  type="button"
                  className={surface.link}
                  aria-label={`Open ${line.ref} in the work plan`}
                  onClick={() => app.getState().showAction(line.actionId)}
                >
                  {line.ref}
                </button>
              </td>
              <td className={mergeClasses(surface.td, styles.td)}>
                <span className={surface.clamp}>{line.action}</span>
              </td>
              <td className={mergeClasses(surface.td, styles.td)}>{sayAnswer(line)}</td>
              <td className={mergeClasses(surface.td, styles.td)}>{sayAge(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sayAnswer({ answer }: ChaseLine): string {
  if (!answer) return 'No answer yet'
  return `${answerWords[answer.how]} on ${sayDay(answer.on)}${answer.other === null ? '' : ` by ${answer.other}`}`
}

const answerWords = {
  said: 'Answered',
  'no-change': '“No change”',
  open: 'Waits for your decision: came back',
} as const

const sayAge = ({ lastUpdate, ageDays }: ChaseLine): string =>
  lastUpdate === null || ageDays === null
    ? 'None yet'
    : `${sayDay(lastUpdate)} (${ageDays === 0 ? 'today' : `${count(ageDays, 'day')} ago`})`
