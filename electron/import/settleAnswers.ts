import { Failure } from '../../shared/errors.ts'
import type { RowAnswer } from '../../shared/import/importAnswers.ts'
import { plainRef } from '../../shared/import/planIndex.ts'
import type { RowAnswered } from '../../shared/import/rowAnswered.ts'
import type { Programme } from '../../shared/view/programme.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import type { Recalled } from './recallAnswers.ts'

/** What people said of the rows of one workbook, by their place in `drafts`. */
export type Settled = Recalled & { readonly forgotten: ReadonlySet<number> }

/**
 * What a person says now before what is remembered. Fails with 'invalid-input' and a sentence for an action that is not
 * there, and for a new action without words or with a reference that is taken; `taken` grows by those given here.
 */
export function settleAnswers(
  programme: Programme,
  file: string,
  drafts: readonly Draft[],
  said: readonly RowAnswer[],
  recalled: Recalled,
  taken: Map<string, string>,
): Settled {
  const own = said.filter((a) => a.file === file)
  if (own.length === 0) return { ...recalled, forgotten: new Set() }
  const answered = new Map(recalled.answered)
  const forgotten = new Set<number>()
  const places = new Map(drafts.map((d, i) => [`${d.sheet}\u001F${d.row}`, i]))
  for (const answer of own) {
    const i = places.get(`${answer.sheet}\u001F${answer.row}`)
    const draft = i === undefined ? undefined : drafts[i]
    // a row that corrected columns no longer read as one
    if (i === undefined || !draft) continue
    if (answer.as.kind === 'forget') {
      answered.delete(i)
      forgotten.add(i)
    } else answered.set(i, { as: checked(programme, draft, answer, taken), remembered: null })
  }
  return { answered, forgotten, remarks: recalled.remarks }
}

const refusal = (answer: RowAnswer, message: string): Failure =>
  new Failure({
    code: 'invalid-input',
    where: 'answers',
    message: `“${answer.file}”, sheet “${answer.sheet}”, row ${answer.row}: ${message}`,
  })

function checked(
  programme: Programme,
  draft: Draft,
  answer: RowAnswer,
  taken: Map<string, string>,
): RowAnswered['as'] {
  const { as } = answer
  if (as.kind === 'forget' || as.kind === 'set-aside')
    return { kind: 'set-aside', reason: as.kind === 'forget' ? '' : as.reason.trim() }
  if (as.kind === 'action') {
    if (programme.actionById.has(as.actionId)) return as
    throw refusal(answer, 'That action is no longer in the plan. Choose another one.')
  }
  const ref = as.ref.trim()
  const text = draft.values.action?.value
  if (typeof text !== 'string' || text.trim() === '')
    throw refusal(answer, 'This row has no wording of an action, so no action can be made of it.')
  if (!programme.tables.objective.some((o) => o.id === as.objectiveId))
    throw refusal(answer, 'That objective is no longer in the plan. Choose another one.')
  if (ref === '') throw refusal(answer, 'A new action needs a reference, such as the next free one.')
  const holder = programme.actions.find((e) => plainRef(e.action.ref) === plainRef(ref))
  if (holder)
    throw refusal(
      answer,
      `The reference ${ref} is that of “${holder.action.action}”. Give the new action another one.`,
    )
  const other = taken.get(plainRef(ref))
  if (other !== undefined)
    throw refusal(
      answer,
      `The reference ${ref} is given to another new action already (${other}). Choose another one.`,
    )
  taken.set(plainRef(ref), `“${answer.file}”, row ${answer.row}`)
  return { kind: 'new', objectiveId: as.objectiveId, ref }
}
