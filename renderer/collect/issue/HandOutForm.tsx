import { Dropdown, Field, makeStyles, Option, Radio, RadioGroup } from '@fluentui/react-components'
import type { IssueOptions } from '../../../shared/ipc/issueCalls.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { DayField } from '../../ui/DayField.tsx'
import { count } from '../collectWords.ts'
import type { By } from './issueStore.ts'
import { useIssue } from './useIssue.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px 32px', alignItems: 'flex-start' },
  period: { width: '240px' },
  day: { width: '240px' },
})

/** When, one workbook for each of whom, and until when. */
export function HandOutForm({ options }: { options: IssueOptions }) {
  const styles = useStyles()
  const { period, by, returnBy, set } = useIssue((s) => s)
  const label = period ?? options.period
  const chosen = options.periods.find((p) => p.label === label)
  return (
    <div className={styles.row}>
      <Field label="Reporting period" className={styles.period} hint={chosen ? hintOf(chosen) : ''}>
        <Dropdown
          value={chosen?.name ?? label}
          selectedOptions={[label]}
          onOptionSelect={(_, d) => set({ period: d.optionValue ?? null })}
        >
          {options.periods.map((p) => (
            <Option key={p.label} value={p.label} text={p.name}>
              {p.isNew ? `${p.name} (new)` : p.name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label="One workbook for each">
        <RadioGroup layout="horizontal" value={by} onChange={(_, d) => set({ by: d.value as By })}>
          <Radio value="lead" label="Lead" />
          <Radio value="group" label="Working group" />
        </RadioGroup>
      </Field>
      <div className={styles.day}>
        <DayField
          label="Please return by"
          value={returnBy ?? sayDay(options.returnBy)}
          onChange={(typed) => set({ returnBy: typed })}
          hint="Printed in the workbooks. May be left empty."
          missing=""
        />
      </div>
    </div>
  )
}

function hintOf({ isNew, issued }: IssueOptions['periods'][number]): string {
  if (issued > 0) return `${count(issued, 'workbook')} handed out for it so far.`
  return isNew ? 'The programme gets this period with the first workbook.' : 'Nothing handed out for it yet.'
}
