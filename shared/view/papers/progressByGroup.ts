import { type Block, bullets, heading, paragraph } from '../../paper/tree.ts'
import { isDone } from '../planRow.ts'
import type { GroupEntry } from '../programme.ts'
import { sayDay } from '../sayDay.ts'
import { isInPeriod, type PaperContext } from './paperContext.ts'
import { groupName } from './position.ts'
import { overallOf, spellOf } from './ratings.ts'
import { count, list, sentence } from './words.ts'

/** What each group did, in its own words; groups that sent nothing are named once, in one sentence. */
export function progressByGroup(context: PaperContext): Block[] {
  const parts = context.p.groups.map((g) => ({ g, blocks: groupProgress(context, g) }))
  const silent = parts.filter((x) => x.blocks.length === 0).map((x) => String(x.g.group.number))
  const told = parts.flatMap(({ g, blocks }) =>
    blocks.length > 0 ? [heading(3, groupName(g.group)), ...blocks] : [],
  )
  if (silent.length === 0) return told
  const all = silent.length === parts.length
  const who = all
    ? 'any working group'
    : `working ${silent.length === 1 ? 'group' : 'groups'} ${list(silent)}`
  return [...told, paragraph(`No update of the work of ${who} has been received${periodWords(context)}.`)]
}

/** Nothing where the group said nothing and no action of it was heard of. */
function groupProgress(context: PaperContext, g: GroupEntry): Block[] {
  const commentary = overallOf(context, (a) => a.groupId === g.group.id)?.commentary
  const said = groupUpdates(context, g)
  const counts = updateCounts(context, g)
  const done = completedSince(context, g)
  const blocks: Block[] = []
  if (commentary) blocks.push(paragraph(sentence(commentary)))
  if (said.length > 0) blocks.push(bullets(said))
  if (done !== null) blocks.push(paragraph(done))
  if (counts !== null) blocks.push(paragraph(counts))
  return blocks
}

/** Updates of the group itself in the period; without a period, those of its newest day. */
function groupUpdates(context: PaperContext, g: GroupEntry): string[] {
  const heard = g.updates.filter((u) => u.progress && isInPeriod(context, u.at))
  const newest = heard[0]?.at
  const own = context.period ? heard : heard.filter((u) => u.at === newest)
  return own.toReversed().map((u) => sentence(u.progress ?? ''))
}

function updateCounts(context: PaperContext, g: GroupEntry): string | null {
  if (!context.has.progress) return null
  const heard = g.actions.filter((e) => e.updates.some((u) => isInPeriod(context, u.at))).length
  if (heard === 0) return null
  return `${heard} of the group’s ${count(g.actions.length, 'action')} ${heard === 1 ? 'has' : 'have'} an update from the lead${periodWords(context)}.`
}

function completedSince(context: PaperContext, g: GroupEntry): string | null {
  const { p, since } = context
  const done = g.actions.filter((e) => {
    const spell = isDone(p, e) ? spellOf(e, 'delivery') : null
    return spell !== null && (since === null || spell.since >= since)
  })
  if (done.length === 0) return null
  const when = since ? ` since ${sayDay(since)}` : ''
  return `Completed${when}: ${list(done.map((e) => e.action.ref))}.`
}

const periodWords = ({ period }: PaperContext): string => (period ? ` in ${period.name}` : ' yet')
