import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PlanProblem } from '../../shared/planIn/planDraft.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import { sayWhere } from './planInWords.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  fixed: { whiteSpace: 'nowrap' },
})

const SHOWN = 400

/** What a person should look at in a plan: none of it stands in the way of making the programme. */
export function PlanProblems({ problems }: { problems: readonly PlanProblem[] }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  if (problems.length === 0)
    return (
      <EmptyState title="Nothing to look at">
        Every action has a reference, a lead and a date that was read.
      </EmptyState>
    )
  return (
    <>
      <table className={surface.table}>
        <thead>
          <tr>
            {['Where', 'Action', 'What'].map((h) => (
              <th key={h} scope="col" className={surface.th}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map((p, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- two problems of one row can read the same
            <tr key={i}>
              <td className={surface.td}>
                <span className={styles.fixed}>{sayWhere(p)}</span>
              </td>
              <td className={surface.td}>{p.ref}</td>
              <td className={surface.td}>{p.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN && (
        <Text className={styles.quiet}>
          The first {SHOWN} of {problems.length.toLocaleString('en-GB')}.
        </Text>
      )}
    </>
  )
}
