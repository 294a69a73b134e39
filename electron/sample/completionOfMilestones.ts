import { lastDayOf, partsOf } from '../../shared/dates/isoDay.ts'
import type { Row } from '../../shared/model/entities.ts'
import type { CumbriaAction, CumbriaMilestone } from './cumbriaDocument.ts'

type Completion = NonNullable<Row<'action'>['completion']>

/**
 * The completion of a transcribed milestone: its words, and the days the transcriber's months stand for
 * (first day of the first, last day of the last; no latest day where it is open-ended).
 */
export function completionOfMilestone(milestone: CumbriaMilestone): Completion {
  const { text, date, precision } = milestone
  const open = precision === 'from' || precision === 'ongoing'
  return {
    text,
    earliest: `${date}-01`,
    latest: open ? null : lastDayOfMonth(milestone.end ?? date),
    precision,
  }
}

/**
 * The completion of a transcribed action: its words as printed, with the span over its milestones.
 * The transcriber's dates win over a fresh reading of the words, which cannot know that "January 2010" is a slip.
 */
export function completionOfAction(action: CumbriaAction): Completion {
  const spans = action.milestones.map(completionOfMilestone)
  const [only, ...others] = spans
  if (only && others.length === 0) return { ...only, text: action.completionText }
  const latest = spans.map((s) => s.latest)
  return {
    text: action.completionText,
    earliest: spans.map((s) => s.earliest).sort()[0] ?? null,
    latest: latest.includes(null) ? null : (latest.sort().at(-1) ?? null),
    precision: 'milestones',
  }
}

/** The last ISO day of a month ('YYYY-MM'). */
function lastDayOfMonth(month: string): string {
  const { year, month: number } = partsOf(`${month}-01`)
  return `${month}-${lastDayOf(year, number)}`
}
