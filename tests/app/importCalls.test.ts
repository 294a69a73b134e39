import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportAnswers } from '../../shared/import/importAnswers.ts'
import { isRefused } from '../../shared/import/importPlan.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { aDesk } from '../support/aDesk.ts'
import { aFolder } from '../support/aProgramme.ts'

const file = 'Tracker.csv'
const noAnswers: ImportAnswers = { rows: [], mappings: [], files: [] }
const at = (row: number, name = file) => ({ file: name, sheet: 'Tracker', row })

async function onSample(day?: Date) {
  const folder = aFolder()
  const desk = aDesk({ newProgramme: join(folder, 'cumbria.desk') }, day)
  await desk.call('programme.openSample', {})
  const lay = (lines: readonly string[], name = file): string => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    return path
  }
  const preview = (path: string, sender: string | null = null) =>
    desk.call('import.preview', { paths: [path], sender, on: null })
  const bringIn = async (lines: readonly string[], sender: string | null = null) => {
    const { planId } = await preview(lay(lines), sender)
    return fileOf(await desk.call('import.commit', { planId, choices: [] }))
  }
  return { ...desk, lay, preview, bringIn }
}

function fileOf<T extends { readonly files: readonly object[] }>(document: T) {
  const [first] = document.files as T['files'][number][]
  if (!first || 'error' in first) throw new Error('the workbook was refused')
  return first as Exclude<T['files'][number], { error: unknown }>
}
const rowsOf = (reply: Output<'import.preview'>) => {
  const [first] = reply.document.files
  if (!first || isRefused(first)) throw new Error('the workbook was refused')
  return first.rows
}

const heading = 'Ref,Action,Delivery rating,Progress'

describe('matching by hand', () => {
  const lines = [heading, 'X1,Our own words for it,Green,Well begun', '1.1.2,,Amber,Going on']

  it('takes a row for the action that a person found, remembers it for the next file, and says so', async () => {
    const { call, lay, preview } = await onSample()
    const first = await preview(lay(lines), 'Lead A')
    expect(rowsOf(first)[0]).toMatchObject({ matchedBy: 'none' })
    const [found] = await call('import.findAction', { text: '2.1.1' })
    expect(found).toMatchObject({ ref: '2.1.1', group: 2 })
    const actionId = found?.actionId ?? ''
    const answers = { ...noAnswers, rows: [{ ...at(2), as: { kind: 'action' as const, actionId } }] }
    const planned = await call('import.replan', { planId: first.planId, answers })
    expect(rowsOf(planned)[0]).toMatchObject({
      ref: '2.1.1',
      matchedBy: 'hand',
      outcome: 'changed',
      answer: { kind: 'action', remembered: null },
    })
    await call('import.commit', { planId: planned.planId, choices: [] })
    expect((await call('action', { id: actionId })).delivery.current.code).toBe('green')

    const next = await preview(lay([lines[0] ?? '', 'X1,Our own words for it,Blue,Finished'], file), 'Lead A')
    expect(rowsOf(next)[0]).toMatchObject({
      ref: '2.1.1',
      matchedBy: 'hand',
      answer: { remembered: { by: 'Programme manager', at: '2020-02-14T09:30:00' } },
      changes: [
        { field: 'action', resolution: 'keep-current' },
        { field: 'deliveryRating', base: 'green', resolution: 'take-returned' },
        { field: 'progress', base: 'Well begun', resolution: 'take-returned' },
      ],
    })
    const forgotten = await call('import.replan', {
      planId: next.planId,
      answers: { ...noAnswers, rows: [{ ...at(2), as: { kind: 'forget' } }] },
    })
    expect(rowsOf(forgotten)[0]).toMatchObject({ matchedBy: 'none' })
    await call('import.commit', { planId: forgotten.planId, choices: [] })
    const later = await preview(lay([lines[0] ?? '', 'X1,Our own words for it,Blue,Done']), 'Lead A')
    expect(rowsOf(later)[0]).toMatchObject({ matchedBy: 'none' })
  })

  it('makes a new action of a row, in the same import, which takes it away again', async () => {
    const { ask, call, lay, preview } = await onSample()
    const { planId } = await preview(
      lay(['Ref,Action,Lead,By when,RAG,Progress', ',Set up a helpline,Lead A,March 2020,Green,Begun']),
    )
    const place = (await call('import.places', {}))[0]
    const objectiveId = place?.objectiveId ?? ''
    const as = (ref: string) => ({
      planId,
      answers: { ...noAnswers, rows: [{ ...at(2), as: { kind: 'new' as const, objectiveId, ref } }] },
    })
    expect(await ask('import.replan', as('1.1.2'))).toMatchObject({
      error: { message: expect.stringMatching(/^“Tracker.csv”.*The reference 1\.1\.2 is that of/u) },
    })
    const planned = await call('import.replan', as(place?.nextRef ?? ''))
    expect(rowsOf(planned)[0]).toMatchObject({
      ref: place?.nextRef,
      outcome: 'changed',
      matchedBy: 'hand',
      answer: { kind: 'new' },
    })
    const before = await call('plan', {})
    const done = fileOf(await call('import.commit', { planId: planned.planId, choices: [] }))
    expect(done).toMatchObject({ committed: { rows: 1, fields: 5 } })
    const [made] = await call('import.findAction', { text: 'helpline' })
    expect(made).toMatchObject({ ref: place?.nextRef, action: 'Set up a helpline', leads: ['Lead A'] })
    expect(await call('action', { id: made?.actionId ?? '' })).toMatchObject({
      delivery: { current: { code: 'green' } },
    })

    const again = await preview(
      lay(['Ref,Action,Lead,By when,RAG,Progress', ',Set up a helpline,Lead A,March 2020,Green,Begun']),
    )
    expect(rowsOf(again)[0]).toMatchObject({ outcome: 'unchanged', changes: [] })

    expect(await call('import.undo', { importId: done.importId ?? '' })).toMatchObject({ kept: [] })
    expect(await call('plan', {})).toEqual(before)
    const last = await preview(lay(['Ref,Action,RAG,Progress', ',Set up a helpline,Green,Begun']))
    expect(rowsOf(last)[0]).toMatchObject({ outcome: 'new', matchedBy: 'none' })
  })

  it('keeps a new action whole that somebody has worked on since', async () => {
    const { call, lay, preview } = await onSample()
    const { planId } = await preview(lay(['Ref,Action,RAG,Progress', ',Set up a helpline,Green,Begun']))
    const [place] = await call('import.places', {})
    const rows = [
      { ...at(2), as: { kind: 'new' as const, objectiveId: place?.objectiveId ?? '', ref: '1.1.99' } },
    ]
    const planned = await call('import.replan', { planId, answers: { ...noAnswers, rows } })
    const { importId } = fileOf(await call('import.commit', { planId: planned.planId, choices: [] }))
    const [made] = await call('import.findAction', { text: '1.1.99' })
    const id = made?.actionId ?? ''
    await call('action.rate', { actionId: id, kind: 'impact', code: 'emerging', reason: null })
    expect(await call('import.undo', { importId: importId ?? '' })).toEqual({
      importId,
      restored: 0,
      kept: [expect.objectContaining({ ref: '1.1.99', field: 'action' })],
    })
    expect((await call('action', { id })).delivery.current.code).toBe('green')
  })

  it('sets a row aside with a reason, and does not ask about it next time', async () => {
    const { call, lay, preview } = await onSample()
    const { planId } = await preview(lay(lines), 'Lead A')
    const rows = [{ ...at(2), as: { kind: 'set-aside' as const, reason: 'Belongs to another plan' } }]
    const planned = await call('import.replan', { planId, answers: { ...noAnswers, rows } })
    expect(rowsOf(planned)[0]).toMatchObject({
      outcome: 'ignored',
      problems: [{ code: 'set-aside', message: 'Set aside: Belongs to another plan' }],
    })
    await call('import.commit', { planId: planned.planId, choices: [] })
    expect(await call('import.list', {})).toMatchObject([{ setAside: 1 }])
    const next = await preview(lay(lines), 'Lead A')
    expect(rowsOf(next)[0]).toMatchObject({
      outcome: 'ignored',
      answer: {
        kind: 'set-aside',
        reason: 'Belongs to another plan',
        remembered: { by: 'Programme manager' },
      },
    })
  })
})

describe('choices', () => {
  it('keeps both texts, takes a value of one’s own, keeps one out; the same file again asks nothing', async () => {
    const { ask, call, lay, preview } = await onSample()
    await call('action.addUpdate', {
      actionId: 'action-1.1.2',
      at: '2020-02-10',
      source: 'phone',
      sourceNote: null,
      by: null,
      progress: 'Rang round',
      nextSteps: null,
      issues: null,
      evidence: null,
      percentComplete: null,
    })
    const path = lay(['Ref,RAG,% complete,Progress,Next steps', '1.1.2,Green,40%,Wrote to all,Meet'])
    const { planId } = await preview(path, 'Lead A')
    const choice = (field: 'progress' | 'deliveryRating' | 'percentComplete' | 'nextSteps') => ({
      ...at(2),
      field,
    })
    const bad = { ...choice('percentComplete'), take: 'edited' as const, value: 140 }
    expect(await ask('import.commit', { planId, choices: [bad] })).toMatchObject({
      error: { code: 'invalid-input', message: expect.stringContaining('from 0 to 100') },
    })
    await call('import.commit', {
      planId,
      choices: [
        { ...choice('progress'), take: 'both' },
        { ...choice('deliveryRating'), take: 'edited', value: 'amber' },
        { ...choice('percentComplete'), take: 'edited', value: 45 },
        { ...choice('nextSteps'), take: 'current' },
      ],
    })
    const view = await call('action', { id: 'action-1.1.2' })
    expect(view.delivery.current.code).toBe('amber')
    expect(view.updates[0]).toMatchObject({
      progress: 'Rang round\n\nWrote to all',
      nextSteps: null,
      percentComplete: 45,
      sourceNote: 'Tracker.csv: sheet Tracker, row 2 (edited when it was brought in)',
    })
    const again = await preview(path, 'Lead A')
    expect(again.document.totals).toMatchObject({ rows: 1, unchanged: 1 })
    expect(fileOf(await call('import.commit', { planId: again.planId, choices: [] })).committed.fields).toBe(
      0,
    )
  })
})

describe('questions left open', () => {
  const lines = ['Ref,RAG,By when', '1.1.2,Green,June 2021', '2.1.1,Red,']

  it('are listed, settled without the file, and settled for the same file too', async () => {
    const { call, bringIn, lay, preview } = await onSample()
    await call('action.rate', { actionId: 'action-2.1.1', kind: 'delivery', code: 'blue', reason: 'Done' })
    const { importId } = await bringIn(lines)
    expect(await call('import.questions', {})).toMatchObject([{ importId, actions: 2, fields: 2 }])
    expect(await call('import.list', {})).toMatchObject([{ id: importId, open: 2, resumes: null }])
    const same = await preview(lay(lines))
    expect(rowsOf(same)[1]).toMatchObject({ stillOpen: ['deliveryRating'], outcome: 'unchanged' })

    const resumed = await call('import.resume', { importId: importId ?? '' })
    expect(rowsOf(resumed)).toMatchObject([
      { ref: '1.1.2', changes: [{ field: 'completion', resolution: 'ask' }] },
      {
        ref: '2.1.1',
        changes: [{ field: 'deliveryRating', current: 'blue', returned: 'red', resolution: 'conflict' }],
      },
    ])
    expect(await call('import.row', { planId: resumed.planId, ...at(3) })).toMatchObject({
      cells: [{ column: 'B', text: 'red' }],
    })
    const done = fileOf(
      await call('import.commit', {
        planId: resumed.planId,
        choices: [
          { ...at(2), field: 'completion', take: 'returned' },
          { ...at(3), field: 'deliveryRating', take: 'current' },
        ],
      }),
    )
    expect(done.committed).toEqual({ rows: 1, fields: 1 })
    expect(await call('import.questions', {})).toEqual([])
    expect(await call('import.list', {})).toMatchObject([
      { id: done.importId, open: 0, resumes: importId },
      { id: importId, open: 0 },
    ])
    const after = await preview(lay(lines))
    expect(after.document.totals).toMatchObject({ unchanged: 2 })
    expect(rowsOf(after).map((r) => r.stillOpen ?? [])).toEqual([[], []])

    await call('import.undo', { importId: done.importId ?? '' })
    expect(await call('import.questions', {})).toMatchObject([{ importId, actions: 2, fields: 2 }])
  })
})

describe('columns', () => {
  const odd = ['Number,Thing,Where we are,Colour', '1.1.2,,Well begun,Green', '2.1.1,,Going on,Amber']

  it('are corrected by a person, for the next file too, also where no table was found', async () => {
    const { call, lay, preview } = await onSample()
    const first = await preview(lay(odd), 'Lead A')
    const before = first.document.files[0]
    const sheet = await call('import.sheet', { planId: first.planId, file, sheet: null })
    expect(sheet).toMatchObject({
      sheets: ['Tracker'],
      sheet: 'Tracker',
      rows: [{ row: 1 }, { row: 2 }, { row: 3 }],
    })
    expect(sheet.rows[1]?.cells).toEqual(['1.1.2', '', 'Well begun', 'Green'])
    const mapping = {
      file,
      sheet: 'Tracker',
      headerRow: 1,
      columns: [
        { column: 'A', field: 'ref' as const },
        { column: 'B', field: null },
        { column: 'C', field: 'progress' as const },
        { column: 'D', field: 'deliveryRating' as const },
      ],
      name: null,
    }
    const planned = await call('import.replan', {
      planId: first.planId,
      answers: { ...noAnswers, mappings: [mapping] },
    })
    expect(rowsOf(planned)).toMatchObject([
      { ref: '1.1.2', changes: [{ field: 'deliveryRating', returned: 'green' }, { field: 'progress' }] },
      { ref: '2.1.1', changes: [{ returned: 'amber' }, { returned: 'Going on' }] },
    ])
    expect(fileOf(planned.document).sheets[0]?.columns.map((c) => c.how)).toEqual([
      'saved',
      'none',
      'saved',
      'saved',
    ])
    const back = await call('import.replan', { planId: planned.planId, answers: noAnswers })
    expect(back.document.files[0]).toEqual(before)
    const again = await call('import.replan', {
      planId: back.planId,
      answers: { ...noAnswers, mappings: [mapping] },
    })
    expect(await call('import.row', { planId: again.planId, ...at(2) })).toMatchObject({
      columns: [
        { column: 'A', field: 'ref' },
        { field: null },
        { field: 'progress' },
        { field: 'deliveryRating' },
      ],
    })
    await call('import.commit', { planId: again.planId, choices: [] })

    const moved = ['Colour,Number,Thing,Where we are', 'Blue,1.1.2,,Finished']
    const next = await preview(lay(['March 2020', ...moved]), 'Lead A')
    expect(fileOf(next.document)).toMatchObject({ mapping: 'Lead A', sheets: [{ headerRow: 2 }] })
    expect(rowsOf(next)[0]).toMatchObject({
      changes: [
        { field: 'deliveryRating', base: 'green', returned: 'blue', resolution: 'take-returned' },
        { field: 'progress', base: 'Well begun', returned: 'Finished', resolution: 'take-returned' },
      ],
    })
    const less = { file, sheet: 'Tracker', headerRow: 2, columns: [{ column: 'A', field: null }], name: null }
    const fewer = await call('import.replan', {
      planId: next.planId,
      answers: { ...noAnswers, mappings: [less] },
    })
    expect(rowsOf(fewer)[0]?.changes.map((c) => c.field)).toEqual(['progress'])

    const other = await preview(lay(odd), 'Lead B')
    expect(fileOf(other.document)).toMatchObject({ mapping: null, sheets: fileOf(first.document).sheets })
  })
})

describe('whose and of when', () => {
  it('takes the day and the sender of one file from its own answer', async () => {
    const { ask, call, lay, preview } = await onSample()
    const { planId, senders } = await preview(lay([heading, '1.1.2,,Green,Begun']))
    expect(senders.length).toBeGreaterThan(10)
    const answers = { ...noAnswers, files: [{ file, sender: 'Lead A', on: '2020-01-31' }] }
    const planned = await call('import.replan', { planId, answers })
    expect(fileOf(planned.document)).toMatchObject({ sender: 'Lead A', on: '2020-01-31' })
    await call('import.commit', { planId: planned.planId, choices: [] })
    expect((await call('action', { id: 'action-1.1.2' })).updates[0]).toMatchObject({
      at: '2020-01-31',
      by: 'Lead A',
    })
    const path = lay([heading, '1.1.2,,Blue,Done'])
    expect(await ask('import.preview', { paths: [path], sender: null, on: '2020-03-01' })).toMatchObject({
      error: { message: expect.stringContaining('still to come') },
    })
  })
})
