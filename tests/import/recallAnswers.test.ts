import { describe, expect, it } from 'vitest'
import type { AnswersOfImport, KeptAnswer } from '../../electron/db/answersTable.ts'
import { keyOfRow, recallAnswers } from '../../electron/import/recallAnswers.ts'
import { aDraft } from './aDraft.ts'
import { aProgramme } from './aMerge.ts'

const programme = aProgramme()
const draft = aDraft(2, { ref: 'X1', action: 'Our own words' })
const layout = JSON.stringify(['tracker / ref'])

const anAnswer = (part: Partial<KeptAnswer> = {}): KeptAnswer => ({
  sheet: 'Tracker',
  row: 9,
  ...keyOfRow(draft),
  kind: 'action',
  actionId: 'action-2.1.1',
  reason: null,
  by: 'Programme office',
  at: '2020-01-14T09:00:00',
  ...part,
})
const anImport = (
  answers: readonly KeptAnswer[],
  sender: string | null = 'Lead A',
  importId = 'import-1',
): AnswersOfImport => ({ importId, sender, layout, answers })

const recall = (memory: readonly AnswersOfImport[], sender: string | null = 'Lead A') =>
  recallAnswers(programme, memory, {
    sender,
    layout,
    drafts: [draft],
    matches: [{ kind: 'unmatched', remark: null }],
  })

describe('recallAnswers', () => {
  it('knows a row again by its reference and wording, of the same sender or else in the same layout', () => {
    const said = { by: 'Programme office', at: '2020-01-14T09:00:00' }
    const known = new Map([[0, { as: { kind: 'action', actionId: 'action-2.1.1' }, remembered: said }]])
    expect(recall([anImport([anAnswer()])]).answered).toEqual(known)
    expect(recall([anImport([anAnswer()])], ' lead a').answered).toEqual(known)
    expect(recall([anImport([anAnswer()])], null).answered).toEqual(known)
    expect(recall([anImport([anAnswer()])], 'Lead B').answered.size).toBe(0)
    expect(recall([anImport([anAnswer({ wording: 'other words' })])]).answered.size).toBe(0)
  })

  it('believes the newest answer, and none that was forgotten since', () => {
    const aside = anImport([anAnswer({ kind: 'set-aside', reason: 'Not ours' })], 'Lead A', 'import-2')
    const forget = anImport([anAnswer({ kind: 'forget' })], 'Lead A', 'import-3')
    const first = anImport([anAnswer()])
    expect(recall([aside, first]).answered.get(0)?.as).toEqual({ kind: 'set-aside', reason: 'Not ours' })
    expect(recall([forget, aside, first]).answered.size).toBe(0)
  })

  it('says where the action has gone, and does not use the answer', () => {
    const recalled = recall([anImport([anAnswer({ actionId: 'action-gone' })])])
    expect(recalled.answered.size).toBe(0)
    expect(recalled.remarks.get(0)).toEqual({
      code: 'remembered-gone',
      message:
        'Programme office said on 14 January 2020 which action this row is; that action is no longer in the plan, so the answer was not used.',
    })
  })

  it('remembers nothing of a row without reference and wording, nor over the id that a row carries', () => {
    const bare = aDraft(2, { progress: 'Begun' })
    const asking = { sender: 'Lead A', layout, matches: [{ kind: 'unmatched', remark: null }] } as const
    const nameless = anImport([anAnswer({ refText: '', wording: '' })])
    expect(recallAnswers(programme, [nameless], { ...asking, drafts: [bare] }).answered.size).toBe(0)
    const byId = [{ kind: 'matched', actionId: 'action-1.1.1', by: 'id', remark: null }] as const
    const named = { ...asking, drafts: [draft], matches: byId }
    expect(recallAnswers(programme, [anImport([anAnswer()])], named).answered.size).toBe(0)
  })
})
