import type { CompletionReading } from './completionReading.ts'
import { partsOf } from './isoDay.ts'

/**
 * How a step comes round again, as its words say: "to be repeated November 2020" a year after the first is 'annual'.
 * Gives null where the text says nothing of the kind. `index` counts the reading's milestones from 0.
 */
export function recurrenceOf(reading: CompletionReading, index: number): 'annual' | 'repeated' | null {
  const step = reading.milestones[index]
  if (step === undefined || !/\brepeat|\bagain\b|\bannual|\byearly\b/i.test(step.text)) return null
  if (/\bannual|\byearly\b/i.test(step.text)) return 'annual'
  const before = reading.milestones[index - 1]
  if (before === undefined || before.earliest === null || step.earliest === null) return 'repeated'
  const from = partsOf(before.earliest)
  const to = partsOf(step.earliest)
  return from.month === to.month && to.year === from.year + 1 ? 'annual' : 'repeated'
}
