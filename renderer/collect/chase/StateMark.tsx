import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  CircleHalfFill16Regular,
  Clock16Regular,
  DocumentDismiss16Regular,
  type FluentIcon,
  PeopleCheckmark16Regular,
  SubtractCircle16Regular,
} from '@fluentui/react-icons'
import { chaseWords, type ChaseState } from '../../../shared/view/chase.ts'

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: '6px', alignItems: 'center', verticalAlign: 'middle' },
  icon: { lineHeight: 0, flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  part: { color: tokens.colorStatusWarningForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

const icons: Readonly<Record<ChaseState, readonly [FluentIcon, 'good' | 'part' | 'bad']>> = {
  returned: [CheckmarkCircle16Regular, 'good'],
  'no-change': [SubtractCircle16Regular, 'good'],
  covered: [PeopleCheckmark16Regular, 'good'],
  partly: [CircleHalfFill16Regular, 'part'],
  'nothing-filled-in': [DocumentDismiss16Regular, 'part'],
  silent: [Clock16Regular, 'bad'],
}

/** A state in words with its symbol, and whether it is late: never by colour alone. */
export function StateMark({ state, isLate }: { state: ChaseState; isLate: boolean }) {
  const styles = useStyles()
  const [Icon, tone] = icons[state]
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
        <Icon />
      </span>
      <span>
        {chaseWords[state]}
        {isLate && <span className={styles.late}>, late</span>}
      </span>
    </span>
  )
}
