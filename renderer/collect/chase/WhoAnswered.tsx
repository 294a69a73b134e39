import { Button, Dropdown, Field, makeStyles, Option, Switch, Text } from '@fluentui/react-components'
import { DocumentTable20Regular, MailArrowUp20Regular, PeopleQueue24Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { MailChoice } from '../../../shared/ipc/issueCalls.ts'
import { isWaitedFor, type ChaseLedger } from '../../../shared/view/chase.ts'
import { useApp, useClient } from '../../app/client.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useCall } from '../../ui/useCall.ts'
import { useIssue } from '../issue/useIssue.ts'
import { openCollectTab } from '../useCollectTab.ts'
import { AskAgainDialog } from './AskAgainDialog.tsx'
import { ChaseTable } from './ChaseTable.tsx'
import { MailDialog } from './MailDialog.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    overflowY: 'auto',
    flexGrow: 1,
    minHeight: 0,
    padding: '16px 24px',
    '> *': { flexShrink: 0 },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  period: { width: '250px' },
  grow: { flexGrow: 1 },
  buttons: { display: 'flex', gap: '8px' },
})

/** Who was asked in a period, what came back, and what to do about the rest. */
export function WhoAnswered() {
  const styles = useStyles()
  const [period, setPeriod] = useState<string | null>(null)
  const { value, error, reload } = useCall('chase.ledger', { period })
  const result = useIssue((s) => s.result)
  useEffect(reload, [reload, result])
  return (
    <div className={styles.page}>
      <ErrorBar error={error} onRetry={reload} />
      {value && value.ledger === null && <NothingYet />}
      {value?.ledger && <Ledger ledger={value.ledger} periods={value.periods} onPeriod={setPeriod} />}
    </div>
  )
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing was handed out yet"
      icon={<PeopleQueue24Regular />}
      actions={
        <Button appearance="primary" onClick={() => openCollectTab('hand-out')}>
          Hand out workbooks
        </Button>
      }
    >
      Once workbooks are handed out, this shows for every lead what came back: everything, a part, “no
      change”, or nothing; how old each line is; and an e-mail that is ready to send.
    </EmptyState>
  )
}

type Props = {
  readonly ledger: ChaseLedger
  readonly periods: readonly { readonly label: string; readonly name: string }[]
  readonly onPeriod: (label: string) => void
}

function Ledger({ ledger, periods, onPeriod }: Props) {
  const styles = useStyles()
  const show = useIssue((s) => s.show)
  const [onlyWaited, setOnlyWaited] = useState(false)
  const [mail, setMail] = useState<MailChoice | null>(null)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<AppError | null>(null)
  const isComplete = !ledger.recipients.some(isWaitedFor)
  return (
    <>
      <div className={styles.head}>
        <Field label="Reporting period" className={styles.period}>
          <Dropdown
            value={ledger.period.name}
            selectedOptions={[ledger.period.label]}
            onOptionSelect={(_, d) => d.optionValue && onPeriod(d.optionValue)}
          >
            {periods.map((p) => (
              <Option key={p.label} value={p.label}>
                {p.name}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Switch
          label="Only those without an answer"
          checked={onlyWaited}
          onChange={(_, d) => setOnlyWaited(d.checked)}
        />
        <span className={styles.grow} />
        <div className={styles.buttons}>
          <SaveMissing period={ledger.period.label} disabled={isComplete} onRefused={setRefused} />
          <Button
            appearance="primary"
            icon={<MailArrowUp20Regular />}
            disabled={isComplete}
            onClick={() => setAsking(true)}
          >
            Ask again…
          </Button>
        </div>
      </div>
      <ErrorBar error={refused} />
      <output aria-label="How it stands">
        <Text weight="semibold">{ledger.summary[0]}</Text> <Text>{ledger.summary.slice(1).join(' ')}</Text>
      </output>
      <ChaseTable
        ledger={ledger}
        recipients={onlyWaited ? ledger.recipients.filter(isWaitedFor) : ledger.recipients}
        onMail={setMail}
      />
      {mail && <MailDialog choice={mail} onClose={() => setMail(null)} />}
      {asking && (
        <AskAgainDialog
          ledger={ledger}
          onClose={() => setAsking(false)}
          onDone={(result) => {
            show(result)
            openCollectTab('hand-out')
          }}
        />
      )}
    </>
  )
}

type SaveProps = {
  readonly period: string
  readonly disabled: boolean
  readonly onRefused: (error: AppError | null) => void
}

function SaveMissing({ period, disabled, onRefused }: SaveProps) {
  const client = useClient()
  const say = useApp((s) => s.say)
  const save = async (): Promise<void> => {
    const answer = await client('chase.saveMissing', { period })
    onRefused(answer.ok ? null : answer.error)
    if (answer.ok && answer.value) say(`Saved “${answer.value.out.replace(/^.*[\\/]/u, '')}”.`)
  }
  return (
    <Button icon={<DocumentTable20Regular />} disabled={disabled} onClick={() => void save()}>
      Save who is missing as Excel…
    </Button>
  )
}
