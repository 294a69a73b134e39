import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCopies } from '../../electron/copy/openCopies.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import * as actions from '../../shared/edit/editAction.ts'
import * as sources from '../../shared/edit/editPaperSources.ts'
import { aFolder } from '../support/aProgramme.ts'
import { aCopyOf, aSmallProgramme, bringBack, contentOf, edit, inCopy, previewCopy } from './aCopy.ts'

const day = '2020-02-16'
const today = '2020-02-20'
const first = (db: WriteDb, n = 0) => loadProgramme(db, today).groups[0]!.actions[n]!
const foreign = (db: WriteDb) => loadProgramme(db, today).groups[1]!.actions[0]!
const chair = (path: string, make: (e: actions.Editing) => actions.Edit): void =>
  inCopy(path, (db) => edit(db, 'Chair', day, make))
const rate =
  (actionId: string, code: string, reason: string | null = 'Seen at the group') =>
  (e: actions.Editing): actions.Edit =>
    actions.rateAction(e, { actionId, kind: 'delivery', code, reason })
const update =
  (actionId: string, said: Partial<Parameters<typeof actions.addUpdate>[1]>, at = day) =>
  (e: actions.Editing): actions.Edit =>
    actions.addUpdate(e, {
      actionId,
      at,
      source: 'meeting',
      sourceNote: null,
      by: null,
      progress: null,
      nextSteps: null,
      issues: null,
      evidence: null,
      percentComplete: null,
      ...said,
    })
const changesOf = (db: WriteDb, path: string) =>
  previewCopy(db, path).preview.rows.flatMap((r) => r.changes.map((c) => ({ ref: r.ref, ...c })))

describe('a group copy that comes back', () => {
  it('brings what the chair said with its own who, when and why', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const { id, ref } = first(db).action
    chair(copy, rate(id, 'amber'))
    chair(
      copy,
      update(id, { progress: 'Drafted with the parents’ forum.', percentComplete: 40, by: 'Lead A' }),
    )
    chair(copy, (e) => actions.redateAction(e, { actionId: id, text: 'June 2020', reason: 'Staff' }))
    const shown = changesOf(db, copy)
    expect(shown.map((c) => [c.ref, c.field, c.resolution])).toEqual([
      [ref, 'revisedCompletion', 'take-returned'],
      [ref, 'deliveryRating', 'take-returned'],
      [ref, 'percentComplete', 'take-returned'],
      [ref, 'progress', 'take-returned'],
      [ref, 'revisedReason', 'take-returned'],
    ])
    expect(bringBack(db, copy).committed).toEqual({ rows: 1, fields: 5 })
    const now = first(db)
    expect(now.ratings.delivery[0]).toMatchObject({
      code: 'amber',
      by: 'Chair',
      at: day,
      reason: 'Seen at the group',
      importId: 'import-1',
    })
    expect(now.updates[0]).toMatchObject({
      progress: 'Drafted with the parents’ forum.',
      by: 'Lead A',
      at: day,
      percentComplete: 40,
      source: 'meeting',
    })
    expect(now.dateChanges[0]).toMatchObject({
      reason: 'Staff',
      by: 'Chair',
      at: day,
      completion: { text: 'June 2020' },
    })
  })

  it('keeps what only the programme changed, and asks where both did', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const [a, b] = [first(db).action.id, first(db, 1).action.id]
    edit(db, 'Programme manager', '2020-02-17', rate(a, 'green'))
    edit(db, 'Programme manager', '2020-02-17', rate(b, 'red'))
    chair(copy, rate(b, 'amber'))
    const shown = changesOf(db, copy)
    expect(shown.map((c) => [c.field, c.base, c.current, c.returned, c.resolution])).toEqual([
      ['deliveryRating', null, 'green', null, 'keep-current'],
      ['deliveryRating', null, 'red', 'amber', 'conflict'],
    ])
    expect(bringBack(db, copy).committed.fields).toBe(0)
    expect(first(db, 1).ratings.delivery.map((r) => r.code)).toEqual(['red'])
    const asked = openCopies(db)
    expect(asked.map((o) => o.items.map((i) => [i.item.field, i.item.current, i.item.returned]))).toEqual([
      [['deliveryRating', 'red', 'amber']],
    ])
    const again = previewCopy(db, copy)
    expect(again.preview.rows[1]).toMatchObject({ outcome: 'unchanged', stillOpen: ['deliveryRating'] })
    expect(bringBack(db, copy, { take: 'returned' }).committed.fields).toBe(1)
    expect(first(db, 1).ratings.delivery.map((r) => r.code)).toEqual(['amber', 'red'])
    expect(changesOf(db, copy).filter((c) => c.resolution !== 'keep-current')).toEqual([])
    expect(openCopies(db)).toEqual([])
  })

  it('brings milestones, recoveries, overall ratings and recommendations, each in a row of its own', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const entry = loadProgramme(db, today).groups[0]!.actions.find((e) => e.milestones.length > 0)!
    const actionId = entry.action.id
    const board = loadProgramme(db, today).tables.board[0]!
    const recovery = {
      actionId,
      cause: 'Two vacancies',
      plan: 'Agency',
      who: null,
      due: 'May 2020',
      effect: null,
      ask: null,
    }
    chair(copy, (e) =>
      actions.setMilestoneDone(e, { milestoneId: entry.milestones[0]!.id, doneOn: '2020-02-10' }),
    )
    chair(copy, (e) => actions.saveRecovery(e, recovery))
    chair(copy, (e) =>
      sources.addPeriod(e, {
        label: '2020-02',
        name: 'February 2020',
        fromDay: '2020-02-01',
        toDay: '2020-02-29',
      }),
    )
    chair(copy, (e) =>
      sources.saveAssessment(e, {
        period: '2020-02',
        group: 1,
        priority: null,
        delivery: 'amber',
        impact: null,
        reason: 'One late',
        commentary: null,
      }),
    )
    chair(copy, (e) =>
      sources.addRecommendation(e, { board: board.id, period: '2020-02', text: 'Note the position.' }),
    )
    const shown = changesOf(db, copy)
    expect(shown.every((c) => c.field === 'other' && c.resolution === 'take-returned')).toBe(true)
    expect(shown.map((c) => c.label)).toEqual([
      expect.stringMatching(/^Milestone “.*”: done on$/u),
      'Recovery: cause',
      'Recovery: plan',
      'Recovery: by when',
      'Overall rating of working group 1, February 2020: delivery',
      'Overall rating of working group 1, February 2020: reason',
      `Recommendation to the ${board.name}`,
    ])
    bringBack(db, copy)
    const p = loadProgramme(db, today)
    expect(p.tables.milestone.find((m) => m.id === entry.milestones[0]!.id)?.doneOn).toBe('2020-02-10')
    expect(p.actionById.get(actionId)?.recovery).toMatchObject({ cause: 'Two vacancies', plan: 'Agency' })
    expect(p.tables.assessment).toHaveLength(1)
    expect(p.tables.period.find((x) => x.id === p.tables.assessment[0]!.periodId)?.label).toBe('2020-02')
    expect(p.tables.recommendation.map((r) => r.text)).toContain('Note the position.')
  })

  it('leaves out with a sentence what is not the group’s', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const before = contentOf(db)
    const { id, ref, note } = foreign(db).action
    chair(copy, rate(id, 'amber'))
    chair(copy, (e) =>
      actions.editActionText(e, { actionId: id, field: 'note', before: note, after: 'Mine.' }),
    )
    const { preview } = previewCopy(db, copy)
    expect(preview.totals).toMatchObject({ changed: 0, conflict: 0, ignored: 2 })
    const said = preview.rows.filter((r) => r.outcome === 'ignored')
    expect(said.map((r) => r.ref)).toEqual([ref, ref])
    expect(said.map((r) => r.problems[0]?.message)).toEqual([
      expect.stringContaining('note (now “Mine.”) is of “'),
      expect.stringContaining('was changed in a copy of Understanding of Local Need: left out.'),
    ])
    bringBack(db, copy, { take: 'returned' })
    expect(contentOf(db)).toEqual(before)
  })

  it('keeps apart what was done in two files of one copy', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const [a, b] = [first(db).action.id, first(db, 1).action.id]
    chair(copy, rate(a, 'green'))
    const other = join(aFolder(), 'Vice-chair.desk')
    copyFileSync(copy, other)
    chair(copy, rate(a, 'amber'))
    chair(other, rate(b, 'red'))
    bringBack(db, copy)
    bringBack(db, other)
    const rated = () => [first(db), first(db, 1)].map((e) => e.ratings.delivery.map((r) => r.code))
    expect(rated()).toEqual([['amber', 'green'], ['red']])
    chair(other, rate(b, 'amber'))
    chair(copy, update(a, { progress: 'Drafted.' }))
    bringBack(db, other)
    bringBack(db, copy)
    expect(rated()).toEqual([
      ['amber', 'green'],
      ['amber', 'red'],
    ])
    expect(first(db).updates[0]?.progress).toBe('Drafted.')
    expect([copy, other].map((file) => previewCopy(db, file).preview.totals.changed)).toEqual([0, 0])
  })

  it('brings a period that nothing needed before with what needs it later', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const { id } = first(db).action
    const february = { label: '2020-02', name: 'February 2020', fromDay: '2020-02-01', toDay: '2020-02-29' }
    chair(copy, (e) => sources.addPeriod(e, february))
    expect(bringBack(db, copy).committed.fields).toBe(0)
    chair(copy, rate(id, 'green'))
    bringBack(db, copy)
    const { tables } = loadProgramme(db, today)
    expect(tables.period.find((p) => p.id === tables.rating[0]!.periodId)?.label).toBe('2020-02')
  })

  it('brings only what is new when it comes back again, and everything again after an undo', () => {
    const db = aSmallProgramme()
    const copy = aCopyOf(db, [1])
    const { id } = first(db).action
    const before = contentOf(db)
    chair(copy, rate(id, 'amber'))
    const one = bringBack(db, copy)
    edit(db, 'Programme manager', '2020-02-18', rate(id, 'green'))
    chair(copy, update(id, { nextSteps: 'Publish it.' }))
    expect(
      changesOf(db, copy)
        .filter((c) => c.resolution !== 'keep-current')
        .map((c) => c.field),
    ).toEqual(['nextSteps'])
    const two = bringBack(db, copy)
    expect(first(db).ratings.delivery[0]?.code).toBe('green')
    edit(db, 'Programme manager', '2020-02-19', (e) => {
      const top = first(db).ratings.delivery[0]!
      return {
        label: 'taken back',
        changes: [{ kind: 'retired', entity: 'rating', id: top.id }],
        e,
      } as actions.Edit
    })
    expect(undoImport(db, two.importId!, { actor: 'P', at: '2020-02-21T09:00:00' })).toMatchObject({
      restored: 1,
      kept: [],
    })
    expect(undoImport(db, one.importId!, { actor: 'P', at: '2020-02-21T09:00:00' })).toMatchObject({
      restored: 1,
      kept: [],
    })
    expect(contentOf(db)).toEqual(before)
    expect(bringBack(db, copy).committed.fields).toBe(2)
    expect(first(db).ratings.delivery[0]).toMatchObject({ code: 'amber', by: 'Chair' })
    expect(first(db).updates[0]?.nextSteps).toBe('Publish it.')
  })
})
