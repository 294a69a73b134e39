import type { Programme } from '../view/programme.ts'
import type { Draft } from '../workbook/draft.ts'
import { indexPlan, plainRef, type PlanIndex } from './planIndex.ts'
import { leadingRef } from '../workbook/readRef.ts'
import { meaningfulWords } from './wording.ts'
import type { Fit } from './wordingIndex.ts'

/** What became of a row: the action it belongs to, or why it belongs to none. */
export type Match =
  | {
      readonly kind: 'matched'
      readonly actionId: string
      readonly by: 'id' | 'ref' | 'text'
      /** Something about the match that a person should know; null where it is plain. */
      readonly remark: Remark | null
    }
  | { readonly kind: 'unmatched' | 'new' | 'ignored'; readonly remark: Remark | null }

export type Remark = { readonly code: string; readonly message: string }

/**
 * Finds the action of each row of one workbook, strongest evidence first over all rows: the id that the row was issued with
 * (`ids`: an action's id a draft, null where there is none), unless ref and wording both deny it; the ref, unless the row's wording
 * clearly belongs to another action; then close wording, never where two actions fit. A wrong match is worse than an
 * unmatched row (the contract of the command line, "JSON of import", outcomes).
 * Gives one match a draft, in their order.
 */
export function matchRows(
  programme: Programme,
  drafts: readonly Draft[],
  ids: readonly (string | null)[] = [],
): readonly Match[] {
  const index = indexPlan(programme)
  const denied = new Map<number, Remark>()
  const byRef = drafts.map((d, i) => {
    if (d.kind === 'ignored') return ignored
    const id = ids[i] ?? null
    if (id === null) return matchByRef(index, d)
    const byId = matchById(programme, index, d, id)
    if ('kind' in byId) return byId
    denied.set(i, byId)
    return matchByRef(index, d)
  })
  const groups = groupOfSheets(
    index,
    drafts,
    drafts.map((d, i) => byRef[i] ?? sameWords(index, d)),
  )
  const claimed = new Set(byRef.flatMap((m) => (m?.kind === 'matched' ? [m.actionId] : [])))
  const withText = drafts.map(
    (d, i) => byRef[i] ?? matchByText(index, d, groups.get(d.sheet) ?? null, claimed),
  )
  return settleRivals(index, drafts, withText).map((m, i) => ({
    ...m,
    remark: m.remark ?? denied.get(i) ?? null,
  }))
}

const ignored: Match = { kind: 'ignored', remark: null }

/** Wording this close to another action, and that far from the ref's own, clearly belongs to the other. */
const clearlyAnother = { score: 0.85, lead: 0.3 }
/** A ref is believed without a second look where its action's wording is at least this close. */
const believed = 0.5
/** Below this a wording has next to nothing in common with the ref's action. */
const nothingInCommon = 0.2
/** Closer than this and a text could be the action; farther from every action and it is a new one. */
const couldBe = 0.45
/** A row for an action that another row has already must say the same words, or it may be a neighbour reworded. */
const surelyAgain = 0.95
/** Two fits closer to each other than this are two that fit. */
const apart = 0.1

const textOf = (draft: Draft): string => {
  const value = draft.values.action?.value
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The action that the row was issued for. Where neither its ref nor its wording is that action's any more, the ids did not
 * move with the rows, or the row was copied for something new: then why the id is not believed.
 */
function matchById(programme: Programme, index: PlanIndex, draft: Draft, id: string): Match | Remark {
  if (!programme.actionById.has(id))
    return unmatched('action-retired', 'The action that this row was issued for is no longer in the plan.')
  const own = plainRef(index.refOf(id))
  const ref = draft.ref === null ? null : plainRef(draft.ref)
  const text = textOf(draft)
  const isBare = ref === null && text === ''
  if (!isBare && ref !== own && (text === '' || index.fit(text, id) < believed))
    return {
      code: 'id-denied',
      message: `This row carries the id of ${own}, but neither its reference nor its wording is that of ${own}, so the id was not believed.`,
    }
  const remark =
    ref === null || ref === own || isLostZero(ref, own)
      ? null
      : {
          code: 'ref-changed',
          message: `The reference reads ${ref}; the row was issued as ${own} and has its wording, so it counts for ${own}.`,
        }
  return { kind: 'matched', actionId: id, by: 'id', remark }
}

/** The ref's action; 'unmatched' where ref and wording point apart; null where the ref doesn't settle it. */
function matchByRef(index: PlanIndex, draft: Draft): Match | null {
  const ref = draft.ref === null ? null : plainRef(draft.ref)
  const text = textOf(draft)
  const heading = matchHeading(index, draft, ref, text)
  if (heading) return heading
  const ids = ref === null ? [] : (index.actionsByRef.get(ref) ?? [])
  const [id] = ids
  if (id === undefined) return null
  if (ids.length > 1) return pickByWording(index, ids, text)
  if (text === '') return { kind: 'matched', actionId: id, by: 'ref', remark: null }
  const own = index.fit(text, id)
  if (own >= believed) return { kind: 'matched', actionId: id, by: 'ref', remark: null }
  const other = clearOther(index, text, id, own)
  if (other && isLostZero(ref, index.refOf(other)))
    return {
      kind: 'matched',
      actionId: other,
      by: 'text',
      remark: {
        code: 'ref-lost-zero',
        message: `The reference reads ${ref}, which is what a spreadsheet makes of ${index.refOf(other)} when it takes it for a number; the wording is that of ${index.refOf(other)}.`,
      },
    }
  if (other)
    return unmatched(
      'ref-and-wording-differ',
      `The reference is ${ref}, but the wording is that of ${index.refOf(other)}. Correct one of them in the workbook, or enter what it says by hand.`,
    )
  return { kind: 'matched', actionId: id, by: 'ref', remark: wordingRemark(own, ref, text) }
}

const unmatched = (code: string, message: string): Match => ({ kind: 'unmatched', remark: { code, message } })

const wordingRemark = (own: number, ref: string | null, text: string): Remark | null =>
  own < nothingInCommon && meaningfulWords(text).length >= 3
    ? {
        code: 'wording-differs',
        message: `The wording of this row has little in common with action ${ref} in the plan. Check that it is the same action.`,
      }
    : null

/** A row that prints an objective's ref or title is its heading; with something said about it, a person decides. */
function matchHeading(index: PlanIndex, draft: Draft, ref: string | null, text: string): Match | null {
  const isRef = ref !== null && index.objectiveRefs.has(ref) && !index.actionsByRef.has(ref)
  const isTitle =
    text !== '' && ref === null && index.isHeading(text) && index.wording().same(text).length === 0
  const says = Object.keys(draft.values).some((f) => !['ref', 'action', 'objective'].includes(f))
  const led = ref === null && !says ? (leadingRef(text)?.ref ?? null) : null
  if (led !== null && index.objectiveRefs.has(led) && !index.actionsByRef.has(led)) return headingOf(led)
  if (!isRef && !isTitle) return null
  const within = isRef && says && text !== '' ? matchWithin(index, ref, text) : null
  if (within) return within
  if (isRef && text !== '' && !index.isHeading(text) && index.wording().same(text).length > 0) return null
  const name = ref ?? `“${text}”`
  return says
    ? unmatched('objective-not-action', `${name} is an objective of the plan, not an action.`)
    : headingOf(name)
}

const headingOf = (name: string): Match => ({
  kind: 'ignored',
  remark: { code: 'objective-heading', message: `${name} is a heading of the plan, not an action.` },
})

/** A tracker that gives each action the ref of its objective: the wording tells which of the objective's actions it is. */
function matchWithin(index: PlanIndex, ref: string, text: string): Match | null {
  const [first, second] = index
    .wording()
    .closest(text)
    .filter((f) => index.refOf(f.id).startsWith(`${ref}.`))
  if (!first || first.score < 0.72 || first.score - (second?.score ?? 0) < apart) return null
  const message = `${ref} is the reference of the objective; matched by its wording.`
  return { kind: 'matched', actionId: first.id, by: 'text', remark: { code: 'ref-of-objective', message } }
}

/** Several actions with one ref: only the wording can tell them apart. */
function pickByWording(index: PlanIndex, ids: readonly string[], text: string): Match {
  const fits = ids
    .map((id) => ({ id, score: text === '' ? 0 : index.fit(text, id) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = fits
  if (first && first.score >= believed && first.score - (second?.score ?? 0) >= apart)
    return { kind: 'matched', actionId: first.id, by: 'ref', remark: null }
  return unmatched('ref-twice-in-plan', 'Several actions of the plan have this reference.')
}

function clearOther(index: PlanIndex, text: string, id: string, own: number): string | null {
  const same = index
    .wording()
    .same(text)
    .filter((x) => x !== id)
  if (same.length === 1 && same[0] !== undefined) return same[0]
  const [first, second] = index
    .wording()
    .closest(text)
    .filter((f) => f.id !== id)
  if (!first || meaningfulWords(text).length < 3) return null
  const clear = first.score >= clearlyAnother.score && first.score - own >= clearlyAnother.lead
  return clear && first.score - (second?.score ?? 0) >= apart ? first.id : null
}

/** 1.10 read as a number is 1.1. */
const isLostZero = (ref: string | null, full: string): boolean =>
  ref !== null && full !== ref && /^0+$/u.test(full.slice(ref.length)) && full.startsWith(ref)

/** A row in the very words of one action only: good enough to tell which group a sheet is about. */
function sameWords(index: PlanIndex, draft: Draft): Match | null {
  const text = textOf(draft)
  const [id, second] = text === '' ? [] : index.wording().same(text)
  return id === undefined || second !== undefined
    ? null
    : { kind: 'matched', actionId: id, by: 'text', remark: null }
}

/** The group that most of a sheet's rows with a ref belong to; null where they are mixed. */
function groupOfSheets(
  index: PlanIndex,
  drafts: readonly Draft[],
  matches: readonly (Match | null)[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  drafts.forEach((d, i) => {
    const m = matches[i]
    if (m?.kind !== 'matched') return
    const group = index.groupOf(m.actionId)
    const sheet = counts.get(d.sheet) ?? new Map<string, number>()
    counts.set(d.sheet, sheet.set(group, (sheet.get(group) ?? 0) + 1))
  })
  const majority = new Map<string, string>()
  for (const [sheet, groups] of counts) {
    const all = [...groups.values()].reduce((a, b) => a + b, 0)
    const [top] = [...groups].sort((a, b) => b[1] - a[1])
    if (top && top[1] >= 0.6 * all) majority.set(sheet, top[0])
  }
  return majority
}

/** For a row whose ref settles nothing: the one action whose wording is close, or why there is none. */
function matchByText(
  index: PlanIndex,
  draft: Draft,
  group: string | null,
  claimed: ReadonlySet<string>,
): Match {
  const text = textOf(draft)
  const ref = draft.refText?.trim() || null
  const unknown = ref === null ? null : `No action of the plan has the reference “${ref}”`
  if (text === '')
    return unmatched(
      ref === null ? 'no-ref-no-wording' : 'ref-unknown',
      `${unknown ?? 'This row has neither a reference nor the wording of an action'}, so nothing tells which action it is about.`,
    )
  const remark =
    unknown === null ? null : { code: 'ref-unknown', message: `${unknown}; matched by its wording.` }
  const same = inGroup(index, index.wording().same(text), group)
  if (same.length === 1 && same[0] !== undefined && (group !== null || meaningfulWords(text).length >= 2))
    return { kind: 'matched', actionId: same[0], by: 'text', remark }
  if (same.length > 1) return severalFit(index, same)
  return matchClose(index, text, group, claimed, remark)
}

const severalFit = (index: PlanIndex, ids: readonly string[]): Match =>
  unmatched(
    'several-fit',
    `The wording fits ${sayRefs(ids.map(index.refOf))}. Give the row the reference of one of them.`,
  )

/** Those of the sheet's own group where there are any, else all. */
function inGroup(index: PlanIndex, ids: readonly string[], group: string | null): readonly string[] {
  const own = ids.filter((id) => index.groupOf(id) === group)
  return own.length > 0 ? own : ids
}

function matchClose(
  index: PlanIndex,
  text: string,
  group: string | null,
  claimed: ReadonlySet<string>,
  remark: Remark | null,
): Match {
  const fits = index.wording().closest(text)
  const own = fits.filter((f) => group === null || index.groupOf(f.id) === group)
  const best = own[0] && (fits[0]?.score ?? 0) - own[0].score < apart ? own : fits
  const [first, second] = best
  if (!first || first.score < couldBe)
    return {
      kind: 'new',
      remark: { code: 'not-in-plan', message: 'No action of the plan has this wording.' },
    }
  if (!isCloseEnough(index, first, text, group))
    return unmatched(
      'wording-not-close',
      `The wording is somewhat like that of ${index.refOf(first.id)}, but not enough to be sure.`,
    )
  if (second && first.score - second.score < apart) return severalFit(index, [first.id, second.id])
  if (claimed.has(first.id) && first.score < surelyAgain)
    return unmatched(
      'action-has-its-row',
      `The wording is like that of ${index.refOf(first.id)}, which another row of this workbook is about already.`,
    )
  return { kind: 'matched', actionId: first.id, by: 'text', remark }
}

/** In the sheet's own group less will do; short texts and other groups' actions need more. */
function isCloseEnough(index: PlanIndex, fit: Fit, text: string, group: string | null): boolean {
  const words = meaningfulWords(text).length
  if (words < 2) return false
  if (group === null) return fit.score >= (words >= 4 ? 0.8 : 0.9)
  if (index.groupOf(fit.id) !== group) return words >= 4 && fit.score >= 0.9
  return fit.score >= (words >= 3 ? 0.72 : 0.8)
}

/** Two rows that claim one action by wording alone: the closer has it; where neither is, a person decides. */
function settleRivals(
  index: PlanIndex,
  drafts: readonly Draft[],
  matches: readonly Match[],
): readonly Match[] {
  const rivals = new Map<string, number[]>()
  matches.forEach((m, i) => {
    if (m.kind !== 'matched' || m.by !== 'text') return
    rivals.set(m.actionId, [...(rivals.get(m.actionId) ?? []), i])
  })
  const settled = [...matches]
  for (const [id, rows] of rivals) {
    if (rows.length < 2) continue
    const scored = rows.map((i) => ({ i, score: index.fit(textOf(drafts[i] as Draft), id) }))
    const top = Math.max(...scored.map((s) => s.score))
    const winners = scored.filter((s) => s.score >= surelyAgain || top - s.score < apart)
    const sure = winners.length === 1 || winners.every((s) => s.score >= surelyAgain)
    for (const s of scored) {
      if (sure && winners.includes(s)) continue
      settled[s.i] = unmatched(
        'several-rows-fit',
        `Several rows of this workbook have a wording like that of ${index.refOf(id)}.`,
      )
    }
  }
  return settled
}

const sayRefs = (refs: readonly string[]): string =>
  refs.length < 2 ? refs.join('') : `${refs.slice(0, -1).join(', ')} as well as ${refs.at(-1)}`
