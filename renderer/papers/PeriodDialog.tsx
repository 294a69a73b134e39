import { Field, Input, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useApp } from '../app/client.tsx'
import { FormDialog } from './FormDialog.tsx'
import { periodDraft } from './periodDraft.ts'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({
  months: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '12px' },
})

/** Adds a reporting period of one or more whole months, and chooses it. */
export function PeriodDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const { options, addPeriod } = usePapers((s) => s)
  const refresh = useApp((s) => s.refresh)
  const month = useApp((s) => s.app?.programme?.today ?? '').slice(0, 7)
  const [from, setFrom] = useState(month)
  const [to, setTo] = useState(month)
  const [name, setName] = useState<string | null>(null)
  const draft = periodDraft(from, to)
  const known = options?.periods.some((p) => p.label === draft?.label) ?? false
  const shown = name ?? draft?.name ?? ''
  const submit = async () => {
    if (!draft) return null
    const refused = await addPeriod({ ...draft, name: shown.trim() })
    if (!refused) await refresh()
    return refused
  }
  return (
    <FormDialog
      title="Add a reporting period"
      action="Add"
      disabled={!draft || known || shown.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>Overall ratings are given for a period, and a paper reports on one.</Text>
      <div className={styles.months}>
        <Field label="First month" required {...messageOf(known, 'This period is there already.')}>
          <Input
            type="month"
            value={from}
            onChange={(_, d) => {
              setFrom(d.value)
              if (to < d.value) setTo(d.value)
            }}
          />
        </Field>
        <Field label="Last month" required {...messageOf(!draft, 'The last month comes before the first.')}>
          <Input type="month" value={to} onChange={(_, d) => setTo(d.value)} />
        </Field>
      </div>
      <Field label="Name" required>
        <Input value={shown} onChange={(_, d) => setName(d.value)} />
      </Field>
    </FormDialog>
  )
}

const messageOf = (wrong: boolean, message: string): { validationMessage?: string } =>
  wrong ? { validationMessage: message } : {}
