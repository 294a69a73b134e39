import { makeStyles, Text, tokens, Tree, TreeItem, TreeItemLayout } from '@fluentui/react-components'
import type {
  PlannedAction,
  PlannedGroup,
  PlannedObjective,
  PlanStructure,
} from '../../shared/planIn/planDraft.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  priorities: { margin: 0, paddingLeft: '24px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  layout: { height: 'auto', minHeight: '32px', paddingTop: '4px', paddingBottom: '4px' },
  action: { display: 'flex', flexDirection: 'column', gap: '2px' },
  ref: { fontWeight: tokens.fontWeightSemibold },
})

/** What a plan becomes: its priorities, then groups, objectives and actions as a tree. */
export function PlanTree({ structure }: { structure: PlanStructure }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  return (
    <div className={styles.page}>
      {structure.priorities.length > 0 && (
        <section aria-labelledby="plan-priorities">
          <h2 id="plan-priorities" className={surface.heading}>
            Priorities
          </h2>
          <ol className={styles.priorities}>
            {structure.priorities.map((p) => (
              <li key={p.number} value={p.number}>
                {p.text}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="plan-groups">
        <h2 id="plan-groups" className={surface.heading}>
          Working groups, objectives and actions
        </h2>
        <Tree aria-labelledby="plan-groups" defaultOpenItems={structure.groups.map((g) => groupValue(g))}>
          {structure.groups.map((g) => (
            <GroupItem key={g.number} group={g} />
          ))}
        </Tree>
      </section>
    </div>
  )
}

const groupValue = (g: PlannedGroup): string => `group ${g.number}`

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`

function GroupItem({ group }: { group: PlannedGroup }) {
  const styles = useStyles()
  const actions = group.objectives.reduce((n, o) => n + o.actions.length, 0)
  const numbers = group.priorities.map((p) => p.number)
  const facts = [
    count(group.objectives.length, 'objective'),
    count(actions, 'action'),
    ...(numbers.length > 0
      ? [`${numbers.length === 1 ? 'priority' : 'priorities'} ${numbers.join(', ')}`]
      : []),
    ...(group.chair ? [`chair: ${group.chair.name}`] : []),
    ...(group.made ? ['not named in the plan'] : []),
  ]
  return (
    <TreeItem itemType="branch" value={groupValue(group)}>
      <TreeItemLayout className={styles.layout}>
        <Text weight="semibold">
          {group.number} {group.name}
        </Text>{' '}
        <Text className={styles.quiet}>{facts.join(' · ')}</Text>
      </TreeItemLayout>
      <Tree>
        {group.objectives.map((o, i) => (
          <ObjectiveItem key={`${o.ref} ${i}`} objective={o} value={`${groupValue(group)} objective ${i}`} />
        ))}
      </Tree>
    </TreeItem>
  )
}

function ObjectiveItem({ objective, value }: { objective: PlannedObjective; value: string }) {
  const styles = useStyles()
  return (
    <TreeItem itemType="branch" value={value}>
      <TreeItemLayout className={styles.layout}>
        <span className={styles.ref}>{objective.ref}</span>{' '}
        {objective.title ?? <span className={styles.quiet}>No title in the plan</span>}{' '}
        <Text className={styles.quiet}>· {count(objective.actions.length, 'action')}</Text>
      </TreeItemLayout>
      <Tree>
        {objective.actions.map((a, i) => (
          <TreeItem key={a.ref} itemType="leaf" value={`${value} action ${i}`}>
            <TreeItemLayout className={styles.layout}>
              <span className={styles.action}>
                <span>
                  <span className={styles.ref}>{a.ref}</span> {a.action}
                </span>
                <Text size={200} className={styles.quiet}>
                  {factsOf(a)}
                </Text>
              </span>
            </TreeItemLayout>
          </TreeItem>
        ))}
      </Tree>
    </TreeItem>
  )
}

function factsOf(a: PlannedAction): string {
  const facts = [
    a.leads.length > 0 ? a.leads.join('; ') : 'no lead',
    a.completion ? a.completion.text.replaceAll(/\s+/g, ' ') : 'no date',
    ...(a.milestones.length > 0 ? [count(a.milestones.length, 'milestone')] : []),
    ...(a.refMade ? ['reference made'] : []),
  ]
  return facts.join(' · ')
}
