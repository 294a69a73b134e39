import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesk } from '../support/aDesk.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'
import { textOfOffice } from '../flows/papersText.ts'

/** A desk on a programme, at a day; the next one opens the same file later. */
async function deskOn(path: string, day: Date, save: string) {
  const desk = aDesk({ save }, day)
  await desk.call('programme.open', { path })
  return desk
}

const highlight = {
  kind: 'highlight-report',
  board: null,
  group: 1,
  period: null,
  asAt: null,
} as const

const on = (month: number, day: number): Date => new Date(2020, month - 1, day, 9, 30)

describe('a paper for the public', () => {
  it('is kept back until what was found in it is accepted, and stands in the register', async () => {
    const out = join(aFolder(), 'paper.docx')
    const { ask, call, copied } = await deskOn(aSampleFile(), on(2, 14), out)
    const list = await call('register.list', { register: 'risk' })
    const group = list.fields.find((f) => f.field === 'groupId')?.options[0]?.value ?? ''
    await call('register.save', {
      register: 'risk',
      id: null,
      values: { title: 'Only 3 pupils were asked', groupId: group },
    })
    expect((await call('paper.preview', highlight)).findings).toEqual([])
    const wanted = { ...highlight, public: true }
    const { findings } = await call('paper.preview', wanted)
    expect(findings).toMatchObject([{ code: 'small-number', text: '3 pupils' }])
    const save = { ...wanted, format: 'docx' as const }
    expect(await ask('paper.save', save)).toEqual({ ok: false, error: { code: 'private-data', findings } })
    expect(existsSync(out)).toBe(false)
    expect(await call('document.list', {})).toEqual([])

    const saved = await call('paper.save', { ...save, acceptFindings: true })
    const [doc, ...others] = await call('document.list', {})
    expect(others).toEqual([])
    expect(doc).toMatchObject({
      name: 'Highlight report',
      format: 'docx',
      board: null,
      group: 1,
      public: true,
      asAt: '2020-02-14',
      at: '2020-02-14T09:30:00',
      actor: 'Programme manager',
      file: out,
      sha256: saved?.sha256,
    })
    await call('document.copyPrint', { id: doc?.id ?? 0 })
    expect(copied).toEqual([saved?.sha256])
  })

  it('is said to be gone where its file was moved away', async () => {
    const { ask } = await deskOn(aSampleFile(), on(2, 14), '')
    const path = join(aFolder(), 'gone.docx')
    expect(await ask('paper.reveal', { path })).toEqual({ ok: false, error: { code: 'file-missing', path } })
  })
})

describe('a paper after another', () => {
  it('speaks of what moved since the last one of its kind that was made from a snapshot', async () => {
    const path = aSampleFile()
    const out = join(aFolder(), 'paper.docx')
    const exception = { ...highlight, kind: 'exception-report', group: null } as const
    const first = await deskOn(path, on(2, 14), out)
    const early = { actionId: 'action-1.1.2', kind: 'delivery', code: 'green', reason: null } as const
    await first.call('action.rate', early)
    const february = await first.call('snapshot.take', { label: 'February' })
    await first.call('paper.save', { ...exception, asAt: february.id, format: 'docx' })
    const before = readFileSync(out)
    first.app.close()

    const second = await deskOn(path, on(3, 13), out)
    const rate = {
      actionId: 'action-1.1.1',
      kind: 'delivery',
      code: 'red',
      reason: 'A post is vacant.',
    } as const
    await second.call('action.rate', rate)
    const march = await second.call('snapshot.take', { label: 'March' })
    await second.call('paper.save', { ...exception, asAt: march.id, format: 'docx' })
    expect(textOfOffice(out)).toContain(
      'Since 14 February 2020, 1 was rated for the first time; 107 did not move',
    )
    const sent = readFileSync(out)
    second.app.close()

    const third = await deskOn(path, on(4, 20), out)
    await third.call('paper.save', { ...exception, asAt: february.id, format: 'docx' })
    expect(readFileSync(out).equals(before)).toBe(true)
    await third.call('paper.save', { ...exception, asAt: march.id, format: 'docx' })
    expect(readFileSync(out).equals(sent)).toBe(true)
    await third.call('paper.save', { ...exception, format: 'docx' })
    expect(textOfOffice(out)).toContain('13 March 2020')
    expect((await third.call('document.list', {})).map((d) => d.asAt)).toEqual([
      '2020-04-20',
      'March',
      'February',
      'March',
      'February',
    ])
  })

  it('does not compare one board’s or one group’s paper with another’s', async () => {
    const path = aSampleFile()
    const out = join(aFolder(), 'paper.docx')
    const first = await deskOn(path, on(2, 14), out)
    const frozen = await first.call('snapshot.take', { label: 'February' })
    await first.call('paper.save', { ...highlight, group: 2, asAt: frozen.id, format: 'docx' })
    first.app.close()
    const second = await deskOn(path, on(3, 13), out)
    await second.call('paper.save', { ...highlight, format: 'docx' })
    expect(textOfOffice(out)).not.toContain('14 February 2020')
    await second.call('paper.save', { ...highlight, group: 2, format: 'docx' })
    expect(textOfOffice(out)).toContain('14 February 2020')
  })
})
