import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Link,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { HandedOut, MailChoice } from '../../../shared/ipc/issueCalls.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useClient } from '../../app/client.tsx'
import { MailDialog } from '../chase/MailDialog.tsx'
import { useFocusReturn } from '../../ui/useFocusReturn.ts'
import { count } from '../collectWords.ts'
import { openCollectTab } from '../useCollectTab.ts'
import { useIssue } from './useIssue.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '8px 0 4px',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(360px, 1fr))',
    gap: '2px 24px',
  },
  line: { display: 'flex', gap: '8px', alignItems: 'baseline', minWidth: 0 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  mail: { flexShrink: 0 },
  title: { display: 'inline', margin: 0, font: 'inherit' },
})

/** What was handed out and where it lies, with the e-mail to everybody who was asked. */
export function HandedOutBar({ result }: { result: HandedOut }) {
  const styles = useStyles()
  const client = useClient()
  const dismiss = useIssue((s) => s.dismiss)
  const title = useFreshFocus()
  useFocusReturn('[data-hand-out]')
  const [mail, setMail] = useState<MailChoice | null>(null)
  const first = result.issued[0]
  return (
    <MessageBar intent="success" layout="multiline" data-handed-out>
      <MessageBarBody>
        <MessageBarTitle>
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            {sayHandedOut(result)}
          </h2>
        </MessageBarTitle>
        They are in “{result.folder}”. Now send each to{' '}
        {result.issued.some((i) => i.by === 'group') ? 'its group' : 'its lead'}; the e-mails are ready.{' '}
        <Link inline as="button" onClick={() => openCollectTab('chase')}>
          See who has answered
        </Link>
        <ul className={styles.list} aria-label="Workbooks handed out">
          {result.issued.map(({ id, by, name, actions }) => (
            <li key={id} className={styles.line}>
              <span className={styles.name}>
                {name}: {count(actions, 'action')}
              </span>
              <Link
                inline
                as="button"
                className={styles.mail}
                aria-label={`E-mail to ${name}`}
                onClick={() =>
                  setMail({
                    period: result.period.label,
                    by,
                    name,
                    kind: result.isAgain ? 'reminder' : 'request',
                  })
                }
              >
                E-mail…
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="Dismiss message"
            onClick={dismiss}
          />
        }
      >
        {first && (
          <Button size="small" onClick={() => void client('paper.reveal', { path: first.path })}>
            Show in folder
          </Button>
        )}
      </MessageBarActions>
      {mail && <MailDialog choice={mail} onClose={() => setMail(null)} />}
    </MessageBar>
  )
}

/** The heading of a result takes the focus once, so that who listens or uses the keys stands at what was done. */
function useFreshFocus() {
  const ref = useRef<HTMLHeadingElement>(null)
  const isFresh = useIssue((s) => s.isFresh)
  const seen = useIssue((s) => s.seen)
  useEffect(() => {
    if (!isFresh) return
    ref.current?.focus()
    seen()
  }, [isFresh, seen])
  return ref
}

const sayHandedOut = ({ issued, period, returnBy }: HandedOut): string =>
  `${count(issued.length, 'workbook')} for ${period.name} ${issued.length === 1 ? 'is' : 'are'} ready${returnBy === null ? '' : `, wanted back by ${sayDay(returnBy)}`}.`
