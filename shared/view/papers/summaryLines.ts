import type { Row } from '../../model/entities.ts'
import type { Text } from '../../paper/tree.ts'
import { ratingOf } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import { exceptionEntries, exceptionWords } from './exceptions.ts'
import type { PaperContext } from './paperContext.ts'
import { isNew } from './dateChanges.ts'
import { movementOf, ratingAtLast } from './ratings.ts'
import { capital, count, list } from './words.ts'

/** Five lines: where we are, what moved, what worries us, what we ask, when next. */
export function summaryLines(
  context: PaperContext,
  board: Row<'board'>,
  recommendations: number,
  meeting: Row<'meeting'> | null,
): Text[] {
  return [
    line('Where we are', whereWeAre(context)),
    line('What moved', whatMoved(context)),
    line('What worries us', whatWorries(context)),
    line(
      'What we ask',
      recommendations > 0
        ? `${count(recommendations, 'recommendation')}, in section 2.`
        : 'No recommendations have been written yet.',
    ),
    line(
      'When next',
      meeting
        ? `The board meets on ${sayDay(meeting.heldOn)}.`
        : board.cadence
          ? `The board meets ${board.cadence.charAt(0).toLocaleLowerCase('en-GB')}${board.cadence.slice(1)}; no meeting date is recorded yet.`
          : 'No meeting date is recorded yet.',
    ),
  ]
}

const line = (label: string, text: string): Text => [{ bold: `${label}: ` }, capital(text)]

function whereWeAre({ view, p, has }: PaperContext): string {
  if (!has.delivery) return `none of the ${count(view.total, 'action')} has been rated yet.`
  const done = view.delivery.filter((c) =>
    p.scale.delivery.some((s) => s.code === c.mark.code && s.countsAsDone),
  )
  const complete = done.reduce((sum, c) => sum + c.count, 0)
  return `${complete} of ${count(view.total, 'action')} ${complete === 1 ? 'is' : 'are'} complete.`
}

function whatMoved(context: PaperContext): string {
  const { p, since, has } = context
  if (!has.delivery) return 'no rating has been given, so none has moved.'
  if (since === null) return 'there is no earlier period to compare with.'
  const moves = p.actions.map((e) =>
    movementOf(p, 'delivery', ratingAtLast(context, e, 'delivery'), ratingOf(e, 'delivery')),
  )
  const n = (word: string): number => moves.filter((m) => m?.includes(word)).length
  const dates = p.actions.flatMap((e) => e.dateChanges).filter((d) => isNew(context, d)).length
  const parts = [
    [n('improved'), 'improved'],
    [n('slipped'), 'slipped'],
    [n('new'), 'rated for the first time'],
  ] as const
  const told = parts.flatMap(([k, word]) => (k > 0 ? [`${count(k, 'action')} ${word}`] : []))
  const all = dates > 0 ? [...told, `${count(dates, 'completion date')} moved`] : told
  return `since ${sayDay(since)}, ${all.length > 0 ? list(all) : 'no rating and no date moved'}.`
}

function whatWorries(context: PaperContext): string {
  const { view, has } = context
  const late = view.groups.reduce((sum, g) => sum + g.overdue, 0)
  const overdue = `${count(late, 'action')} ${late === 1 ? 'is' : 'are'} past the completion date and not rated as complete`
  if (!has.delivery) return `${overdue}.`
  const n = exceptionEntries(context).length
  return `${count(n, 'action')} ${n === 1 ? 'is' : 'are'} ${exceptionWords(context)}; ${overdue}.`
}
