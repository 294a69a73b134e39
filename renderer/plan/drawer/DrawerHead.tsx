import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { DueText } from '../../ui/DueText.tsx'
import { RatingFact } from './RatingFact.tsx'

const useStyles = makeStyles({
  head: { padding: '0 20px 12px', display: 'flex', flexDirection: 'column', gap: '8px' },
  where: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  action: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'pre-wrap',
  },
  short: { display: '-webkit-box', WebkitLineClamp: '3', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  facts: {
    display: 'grid',
    gridTemplateColumns: '80px 1fr',
    gap: '6px 12px',
    margin: 0,
    alignItems: 'center',
  },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fact: { margin: 0, minWidth: 0 },
})

/** Longer texts are folded after three lines. */
const longText = 160

type Props = { readonly view: ActionDetailView; readonly onRate: (kind: RatingKind) => void }

/** What the action is, how it stands, when it is due and who leads: always in sight above the tabs. */
export function DrawerHead({ view, onRate }: Props) {
  const styles = useStyles()
  const [whole, setWhole] = useState(false)
  const isLong = view.action.length > longText
  const { objective, group } = view
  const where = `Group ${group.number}, ${group.name} · Objective ${objective.ref} ${objective.title ?? ''}`
  return (
    <div className={styles.head}>
      <Text size={200} className={styles.where} title={where} block>
        {where}
      </Text>
      <div>
        <div className={`${styles.action}${isLong && !whole ? ` ${styles.short}` : ''}`}>{view.action}</div>
        {isLong && (
          <Link as="button" onClick={() => setWhole(!whole)}>
            {whole ? 'Show less' : 'Show all of it'}
          </Link>
        )}
      </div>
      <dl className={styles.facts}>
        <dt className={styles.term}>Delivery</dt>
        <dd className={styles.fact}>
          <RatingFact kind="delivery" rating={view.delivery} onRate={() => onRate('delivery')} />
        </dd>
        <dt className={styles.term}>Impact</dt>
        <dd className={styles.fact}>
          <RatingFact kind="impact" rating={view.impact} onRate={() => onRate('impact')} />
        </dd>
        <dt className={styles.term}>Due</dt>
        <dd className={styles.fact}>
          <DueText due={view.due} whole />
        </dd>
        <dt className={styles.term}>{view.leads.length > 1 ? 'Leads' : 'Lead'}</dt>
        <dd className={styles.fact}>
          {view.leads.length === 0 && 'No lead in the plan'}
          {view.leads.map((l) => (
            <div key={l.printed}>{l.printed}</div>
          ))}
        </dd>
        {view.accountable && (
          <>
            <dt className={styles.term}>Accountable</dt>
            <dd className={styles.fact}>{view.accountable}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
