import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useSurfaceStyles } from '../../ui/useSurfaceStyles.ts'
import { chosenOf, leftKey } from './issueStore.ts'
import { useIssue } from './useIssue.ts'

const useStyles = makeStyles({
  tick: { width: '44px', paddingTop: 0, paddingBottom: 0 },
  name: { width: '46%' },
  count: { width: '80px' },
  refs: { overflowWrap: 'anywhere' },
})

/** Who gets a workbook, with a tick for each, and what it asks about. */
export function RecipientTable({ options }: { options: IssueOptions }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { by, left, toggle } = useIssue((s) => s)
  const all = by === 'lead' ? options.byLead : options.byGroup
  const chosen = chosenOf({ by, left }, options)
  if (all.length === 0) return <Nobody by={by} />
  return (
    <table className={surface.table} aria-label="Who gets a workbook">
      <thead>
        <tr>
          <th className={mergeClasses(surface.th, styles.tick)} scope="col">
            <Checkbox
              aria-label="Everybody"
              checked={chosen.length === all.length ? true : chosen.length === 0 ? false : 'mixed'}
              onChange={(_, d) =>
                toggle(
                  all.map((r) => r.name),
                  d.checked === true,
                )
              }
            />
          </th>
          <th className={mergeClasses(surface.th, styles.name)} scope="col">
            {by === 'lead' ? 'Lead' : 'Working group'}
          </th>
          <th className={mergeClasses(surface.th, surface.number, styles.count)} scope="col">
            Actions
          </th>
          <th className={surface.th} scope="col">
            Which
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, refs }) => (
          <tr key={name}>
            <td className={mergeClasses(surface.td, styles.tick)}>
              <Checkbox
                aria-label={name}
                checked={!left.has(leftKey(by, name))}
                onChange={(_, d) => toggle([name], d.checked === true)}
              />
            </td>
            <td className={surface.td}>{name}</td>
            <td className={mergeClasses(surface.td, surface.number)}>{refs.length}</td>
            <td className={mergeClasses(surface.td, surface.quiet, styles.refs)}>{refs.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Nobody({ by }: { by: 'lead' | 'group' }) {
  return (
    <EmptyState title="There is nobody to ask yet">
      {by === 'lead'
        ? 'No action has a lead. Name leads in the work plan, or hand out one workbook for each working group.'
        : 'The plan has no actions yet. Actions come from a plan in Excel or Word, or are added in the work plan.'}
    </EmptyState>
  )
}
