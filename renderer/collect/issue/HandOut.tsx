import { makeStyles, tokens, Text } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useCall } from '../../ui/useCall.ts'
import { HandedOutBar } from './HandedOutBar.tsx'
import { HandOutBar } from './HandOutBar.tsx'
import { HandOutForm } from './HandOutForm.tsx'
import { NoLeadBar } from './NoLeadBar.tsx'
import { RecipientTable } from './RecipientTable.tsx'
import { useDrawing, useIssue } from './useIssue.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    overflowY: 'auto',
    flexGrow: 1,
    minHeight: 0,
    padding: '16px 24px',
    '> *': { flexShrink: 0 },
  },
  about: { color: tokens.colorNeutralForeground2, maxWidth: '860px' },
})

/** Hands out a period's workbooks: when, to whom, until when, where to. */
export function HandOut() {
  const styles = useStyles()
  useDrawing()
  const { value: options, error, reload } = useCall('issue.options', {})
  const result = useIssue((s) => s.result)
  // what was handed out is counted beside the periods, and the programme's revision need not have moved
  useEffect(reload, [reload, result])
  return (
    <div className={styles.root}>
      <div className={styles.page}>
        <ErrorBar error={error} onRetry={reload} />
        {options && <Choices options={options} />}
      </div>
      {options && <HandOutBar options={options} />}
    </div>
  )
}

function Choices({ options }: { options: IssueOptions }) {
  const styles = useStyles()
  const by = useIssue((s) => s.by)
  const result = useIssue((s) => s.result)
  const error = useIssue((s) => s.error)
  return (
    <>
      <Text className={styles.about}>
        Everybody gets an Excel workbook with their own actions: what was said last beside the empty boxes,
        and lists to choose ratings from. What is handed out is kept, so that what comes back can be compared
        with it.
      </Text>
      {result && <HandedOutBar result={result} />}
      <ErrorBar error={error} />
      <HandOutForm options={options} />
      {by === 'lead' && <NoLeadBar actions={options.withoutLead} />}
      <RecipientTable options={options} />
    </>
  )
}
