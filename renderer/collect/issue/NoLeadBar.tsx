import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { useDesk } from '../../app/client.tsx'
import { count } from '../collectWords.ts'

const useStyles = makeStyles({ refs: { display: 'inline-flex', flexWrap: 'wrap', gap: '0 10px' } })

/** Actions that no lead's workbook asks about, each with the way to it. */
export function NoLeadBar({ actions }: { actions: IssueOptions['withoutLead'] }) {
  const styles = useStyles()
  const { app } = useDesk()
  if (actions.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {count(actions.length, 'action')} {actions.length === 1 ? 'has' : 'have'} no lead,
        </MessageBarTitle>
        so no lead’s workbook asks about {actions.length === 1 ? 'it' : 'them'}. Name the leads, or hand out
        by working group.{' '}
        <span className={styles.refs}>
          {actions.map((a) => (
            <Link
              key={a.actionId}
              inline
              as="button"
              aria-label={`${a.ref} ${a.action}`}
              title={a.action}
              onClick={() => app.getState().showAction(a.actionId)}
            >
              {a.ref}
            </Link>
          ))}
        </span>
      </MessageBarBody>
    </MessageBar>
  )
}
