import { Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useApp } from '../app/client.tsx'
import { FormDialog } from './FormDialog.tsx'
import { usePapers } from './usePapers.ts'

/** Freezes the programme as it is now under a name, and makes the paper from that. */
export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const { options, choice, freeze } = usePapers((s) => s)
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const period = options?.periods.find((p) => p.label === choice.period)
  const [label, setLabel] = useState(period ? period.name : sayDay(today))
  const taken = options?.snapshots.some((s) => s.label === label.trim()) ?? false
  return (
    <FormDialog
      title="Freeze a snapshot"
      action="Freeze"
      disabled={label.trim() === '' || taken}
      onSubmit={() => freeze(label.trim())}
      onClose={onClose}
    >
      <Text>
        A snapshot holds wording, leads, dates and ratings as they are now. A paper made from it comes out the
        same next year, whatever changes in the programme.
      </Text>
      <Field
        label="Name"
        required
        {...(taken ? { validationMessage: 'There is a snapshot with this name. Choose another.' } : {})}
      >
        <Input value={label} onChange={(_, d) => setLabel(d.value)} />
      </Field>
    </FormDialog>
  )
}
