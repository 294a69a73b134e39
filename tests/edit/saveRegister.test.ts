import { describe, expect, it } from 'vitest'
import { registerNames, registers } from '../../shared/edit/registers.ts'
import { entities } from '../../shared/model/entities.ts'
import { aDesk } from '../support/aDesk.ts'
import { aSampleFile } from '../support/aProgramme.ts'

async function onSample() {
  const desk = aDesk({})
  await desk.call('programme.open', { path: aSampleFile() })
  return desk
}

const evidence = { claim: 'More parents feel heard', at: '2020-01-31', baseline: '34%', latest: '51%' }

describe('the lists that papers print from', () => {
  it.each(registerNames)('have boxes only for fields that %s has', (name) => {
    const shape: object = entities[registers[name].entity].shape
    for (const f of registers[name].fields) expect(Object.keys(shape)).toContain(f.field)
  })

  it('add, edit and remove an entry, and undo brings it back', async () => {
    const { call } = await onSample()
    await call('register.save', { register: 'evidence', id: null, values: evidence })
    const added = (await call('register.list', { register: 'evidence' })).rows[0]
    expect(added).toMatchObject({ title: 'E1 More parents feel heard', values: { baseline: '34%' } })
    const id = added?.id ?? ''
    await call('register.save', {
      register: 'evidence',
      id,
      values: { ...evidence, latest: '55%', source: 'Survey' },
    })
    expect((await call('register.list', { register: 'evidence' })).rows[0]?.values).toMatchObject({
      latest: '55%',
      source: 'Survey',
    })
    await call('register.retire', { register: 'evidence', id })
    expect((await call('register.list', { register: 'evidence' })).rows).toEqual([])
    await call('undo', {})
    expect((await call('register.list', { register: 'evidence' })).rows).toHaveLength(1)
  })

  it('never give the number of a piece of evidence twice', async () => {
    const { call } = await onSample()
    await call('register.save', { register: 'evidence', id: null, values: evidence })
    const [first] = (await call('register.list', { register: 'evidence' })).rows
    await call('register.retire', { register: 'evidence', id: first?.id ?? '' })
    await call('register.save', { register: 'evidence', id: null, values: evidence })
    expect((await call('register.list', { register: 'evidence' })).rows[0]?.title).toMatch(/^E2 /u)
  })

  it('read counts, lists and figures out of what was typed', async () => {
    const { call } = await onSample()
    await call('register.save', {
      register: 'survey',
      id: null,
      values: {
        name: 'Spring survey',
        asAt: '2020-02-01',
        responses: 'Parents and carers: 1,120\nYoung people = 27',
        positiveComments: 'Friendly\n\nHelpful',
      },
    })
    const survey = (await call('register.list', { register: 'survey' })).rows.find(
      (r) => r.title === 'Spring survey',
    )
    expect(survey?.values).toMatchObject({
      responses: 'Parents and carers: 1120\nYoung people: 27',
      positiveComments: 'Friendly\nHelpful',
    })
  })

  it('refuse with a sentence what a box does not take, and change nothing', async () => {
    const { ask, call } = await onSample()
    const empty = await ask('register.save', { register: 'risk', id: null, values: { title: '  ' } })
    expect(empty).toMatchObject({ ok: false, error: { code: 'invalid-input', where: 'title' } })
    const wrong = await ask('register.save', {
      register: 'evidence',
      id: null,
      values: { claim: 'x', at: 'yesterday' },
    })
    expect(wrong).toMatchObject({ ok: false, error: { where: 'at' } })
    const count = await ask('register.save', {
      register: 'survey',
      id: null,
      values: { name: 'S', asAt: '2020-02-01', responses: 'many' },
    })
    expect(count).toMatchObject({ ok: false, error: { where: 'responses' } })
    expect((await call('register.list', { register: 'risk' })).rows).toEqual([])
  })

  it('keep what a wording was written from, so that a paper can say it is stale', async () => {
    const { call } = await onSample()
    const list = await call('register.list', { register: 'wording' })
    const update = list.fields.find((f) => f.field === 'updateId')?.options[0]
    expect(update?.label).toMatch(/^Working group \d, .*: /u)
    await call('register.save', {
      register: 'wording',
      id: null,
      values: { updateId: update?.value ?? '', audience: 'public', text: 'In plain words' },
    })
    expect((await call('register.list', { register: 'wording' })).rows[0]?.title).toBe('In plain words')
  })
})
