import { isSameLayout } from '../../shared/import/layoutOf.ts'
import type { Match, Remark } from '../../shared/import/matchRows.ts'
import type { RowAnswered } from '../../shared/import/rowAnswered.ts'
import { bareWording } from '../../shared/import/wording.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import type { AnswersOfImport, KeptAnswer } from '../db/answersTable.ts'
import { sameName } from './findBase.ts'

/** A workbook as far as answers are remembered for it. */
type Asking = {
  /** Null where nobody is named or recognised: then the layout alone tells. */
  readonly sender: string | null
  readonly layout: string
  readonly drafts: readonly Draft[]
  readonly matches: readonly Match[]
}

/** What is remembered of a workbook's rows, by their place in `drafts`. */
export type Recalled = {
  readonly answered: ReadonlyMap<number, RowAnswered>
  readonly remarks: ReadonlyMap<number, Remark>
}

/** What tells a row again: its reference as printed and its wording. */
export const keyOfRow = (draft: Draft): { readonly refText: string; readonly wording: string } => {
  const text = draft.values.action?.value
  return {
    refText: draft.refText?.trim() ?? '',
    wording: typeof text === 'string' ? bareWording(text) : '',
  }
}

/**
 * What people said earlier of the rows of this workbook: of a row with the same reference and wording from the same sender
 * (where no sender is known, in a tracker of the same layout), the newest answer. A row that carries the id of its action
 * needs none. An answer whose action has gone is not used, and that is said.
 */
export function recallAnswers(
  programme: Programme,
  memory: readonly AnswersOfImport[],
  file: Asking,
): Recalled {
  const newest = newestByRow(memory.filter((m) => isHis(m, file)))
  const answered = new Map<number, RowAnswered>()
  const remarks = new Map<number, Remark>()
  if (newest.size === 0) return { answered, remarks }
  file.drafts.forEach((draft, i) => {
    const match = file.matches[i]
    const said = newest.get(sayKey(keyOfRow(draft)))
    if (!said || said.kind === 'forget' || (match?.kind === 'matched' && match.by === 'id')) return
    const remembered = { by: said.by, at: said.at }
    if (said.kind === 'set-aside')
      answered.set(i, { as: { kind: 'set-aside', reason: said.reason ?? '' }, remembered })
    else if (said.actionId !== null && programme.actionById.has(said.actionId))
      answered.set(i, { as: { kind: 'action', actionId: said.actionId }, remembered })
    else remarks.set(i, goneRemark(said))
  })
  return { answered, remarks }
}

const isHis = (m: AnswersOfImport, file: Asking): boolean =>
  m.sender !== null && file.sender !== null
    ? sameName(m.sender, file.sender)
    : isSameLayout(m.layout, file.layout)

const sayKey = (key: { readonly refText: string; readonly wording: string }): string =>
  JSON.stringify([key.refText, key.wording])

function newestByRow(imports: readonly AnswersOfImport[]): ReadonlyMap<string, KeptAnswer> {
  const newest = new Map<string, KeptAnswer>()
  for (const { answers } of imports)
    for (const a of answers) {
      const isBare = a.refText === '' && a.wording === ''
      if (!isBare && !newest.has(sayKey(a))) newest.set(sayKey(a), a)
    }
  return newest
}

const goneRemark = (said: KeptAnswer): Remark => ({
  code: 'remembered-gone',
  message: `${said.by} said on ${sayDay(said.at)} which action this row is; that action is no longer in the plan, so the answer was not used.`,
})
