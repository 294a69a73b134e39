import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { aDesk } from '../support/aDesk.ts'
import { aFolder, aSampleFile } from '../support/aProgramme.ts'
import { edited } from '../issue/anIssue.ts'

async function anOpenDesk(more: Parameters<typeof aDesk>[0] = {}) {
  const folder = join(aFolder(), 'out')
  const desk = aDesk({ openProgramme: aSampleFile(), folder, ...more }, new Date(2020, 1, 4, 9, 30))
  await desk.call('programme.open', { path: null })
  return { ...desk, folder }
}

it('offers the periods, who can be asked about what, and what nobody leads', async () => {
  const { call } = await anOpenDesk()
  const options = await call('issue.options', {})
  expect(options.period).toBe('2020-02')
  expect(options.returnBy).toBe('2020-02-14')
  expect(options.periods.find((p) => p.label === '2020-03')).toEqual({
    label: '2020-03',
    name: 'March 2020',
    isNew: true,
    issued: 0,
    to: [],
  })
  expect(options.byGroup).toHaveLength(6)
  const asked = new Set(options.byLead.flatMap((r) => r.refs))
  expect(asked.size + options.withoutLead.length).toBe(108)
})

it('hands out to those who are chosen, tells how far it is, and says who has answered', async () => {
  const { call, folder, notices, mails, copied } = await anOpenDesk()
  const { byGroup } = await call('issue.options', {})
  const names = byGroup.slice(0, 2).map((r) => r.name)
  const asked = { period: '2020-02', by: 'group' as const, recipients: names, returnBy: '2020-02-14' }
  const result = await call('issue.write', asked)
  expect(result).toMatchObject({ folder, period: { name: 'February 2020' }, returnBy: '2020-02-14' })
  expect(readdirSync(folder).toSorted()).toEqual(result!.issued.map((i) => i.file).toSorted())
  expect(result!.issued.map((i) => i.name)).toEqual(names)
  expect(notices.filter((n) => n.kind === 'issuing').map((n) => [n.done, n.total])).toEqual([
    [0, 2],
    [1, 2],
  ])
  expect((await call('issue.options', {})).periods.find((p) => p.label === '2020-02')).toMatchObject({
    isNew: false,
    issued: 2,
  })
  const { periods, ledger } = await call('chase.ledger', { period: null })
  expect(periods).toEqual([{ label: '2020-02', name: 'February 2020' }])
  expect(ledger?.recipients.map((r) => [r.name, r.state])).toEqual(names.map((n) => [n, 'silent']))

  const choice = { period: '2020-02', by: 'group' as const, name: names[0]!, kind: 'reminder' as const }
  const mail = await call('chase.mail', choice)
  expect(mail.file).toBe(basename(result!.issued[0]!.path))
  await call('chase.copyMail', choice)
  expect(copied).toEqual([`${mail.subject}\n\n${mail.body}`])
  await call('chase.openMail', choice)
  expect(mails).toHaveLength(1)
  expect(decodeURIComponent(mails[0]!)).toContain(`mailto:?subject=${mail.subject}`)
})

it('asks again those who are chosen, and saves who is missing', async () => {
  const save = join(aFolder(), 'missing.xlsx')
  const { call, ask } = await anOpenDesk({ save })
  const { byGroup } = await call('issue.options', {})
  const recipients = byGroup.map((r) => r.name)
  const result = await call('issue.write', { period: '2020-02', by: 'group', recipients, returnBy: null })
  const first = result!.issued[0]!
  await call('import.commit', {
    planId: (
      await call('import.preview', {
        paths: [await edited(first.path, (_, put) => put('1.1.1', 'No change', 'x'))],
        sender: null,
        on: null,
      })
    ).planId,
    choices: [],
  })
  const again = await call('chase.reissue', {
    period: '2020-02',
    recipients: [{ by: 'group', name: first.name }],
    returnBy: '2020-02-28',
  })
  expect([result!.isAgain, again!.isAgain]).toEqual([false, true])
  expect(again!.issued).toMatchObject([{ name: first.name, actions: first.actions - 1 }])
  expect(again!.issued[0]!.file).toContain('(reminder)')
  expect(await call('chase.saveMissing', { period: '2020-02' })).toEqual({ out: save })
  expect(existsSync(save)).toBe(true)
  const nobody = await ask('chase.mail', { period: '2020-02', by: 'lead', name: 'Lead A', kind: 'request' })
  expect(nobody).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

it('writes nothing where the person cancels, and has no ledger before anything is handed out', async () => {
  const { call } = await anOpenDesk({ folder: null })
  const asked = { period: '2020-02', by: 'lead' as const, recipients: ['CEO People First'], returnBy: null }
  expect(await call('issue.write', asked)).toBeNull()
  expect(await call('chase.ledger', { period: null })).toEqual({ periods: [], ledger: null })
})
