import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPaper } from '../../electron/export/exportPaper.ts'
import type { ActionEntry, Programme } from '../../shared/view/programme.ts'
import { plainSample } from '../papers/figures.ts'
import { planAt, previewOf, programmeOf } from './aPlan.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-round-'))
  for (const format of ['docx', 'xlsx'] as const)
    await exportPaper({
      programme: plainSample,
      snapshot: null,
      kind: 'plan',
      format,
      out: join(folder, `plan.${format}`),
    })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A list that the plan letters "a." is drawn as a real list, whose letters have a bracket. */
const lettered = (text: string | null): string | null => text?.replaceAll(/^([a-h])\. /gm, '$1) ') ?? null

/** What both papers print of an action. */
const printed = (e: ActionEntry) => ({
  group: e.group.number,
  objective: [e.objective.ref, e.objective.title?.replaceAll(/\s+/g, ' ').trim() ?? null],
  action: lettered(e.action.action),
  intendedImpact: lettered(e.action.intendedImpact),
  measureOfSuccess: lettered(e.action.measureOfSuccess),
  leads: e.leads.map((l) => l.printed),
  accountable: e.action.accountable,
  // 3.3.5 is printed "January 2010"; that 2020 is meant stands only in the sample
  completion: e.action.ref === '3.3.5' ? e.action.completion?.text : { ...e.action.completion },
})

/** Papers end sentences with a full stop, and explain an abbreviation where it comes first. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/\.$/, '')
    .replace(/Autism spectrum disorder \((ASD)\)|Special Educational Need \((SEN)\)/, '$1$2')

const frame = (p: Programme) => ({
  groups: p.groups.map((g) => ({
    number: g.group.number,
    name: g.group.name,
    priorities: g.priorities.map((x) => x.priority.number).sort((a, b) => a - b),
  })),
  priorities: p.tables.priority.map((x) => [x.number, bare(x.text)]),
})

const papers = [
  ['our Word plan', () => join(folder, 'plan.docx')],
  ['our Excel plan', () => join(folder, 'plan.xlsx')],
  ['our Word plan saved by LibreOffice', () => planAt('Cumbria plan saved by LibreOffice.docx')],
  ['our Excel plan saved by LibreOffice', () => planAt('Cumbria plan saved by LibreOffice.xlsx')],
] as const

describe.each(papers)('the sample’s own plan: %s', (_, path) => {
  it('comes back as it went out, and every row is accounted for', async () => {
    const preview = await previewOf(path())
    const back = programmeOf(preview)
    expect(frame(back)).toEqual(frame(plainSample))
    expect(back.actions.map((e) => e.action.ref)).toEqual(plainSample.actions.map((e) => e.action.ref))
    for (const [i, entry] of back.actions.entries())
      expect(printed(entry), entry.action.ref).toEqual(printed(plainSample.actions[i]!))
    expect(preview).toMatchObject({
      title: 'Cumbria Local Area SEND Written Statement of Action',
      localArea: 'Cumbria',
      startedOn: '2019-08-01',
    })
    expect(preview.totals.outcomes).toMatchObject({ action: 108, priority: 9, other: 0 })
  }, 60_000)
})

/** The Word plan prints no list of milestones: a single date has no steps of its own there. */
it('the Excel plan prints all milestones, the Word plan those of completion texts with several dates', async () => {
  const of = (p: Programme): Record<string, (string | null)[][]> =>
    Object.fromEntries(
      p.actions.map((e) => [e.action.ref, e.milestones.map((m) => [m.text, m.date?.latest ?? null])]),
    )
  const { '3.3.5': _, ...all } = of(plainSample)
  const { '3.3.5': __, ...excel } = of(programmeOf(await previewOf(join(folder, 'plan.xlsx'))))
  expect(excel).toEqual(all)
  const word = of(programmeOf(await previewOf(join(folder, 'plan.docx'))))
  const several = Object.entries(all).filter(([, list]) => list.length > 1)
  for (const [ref, list] of several)
    expect(
      word[ref]?.map((m) => m[1]),
      ref,
    ).toEqual(list.map((m) => m[1]))
}, 60_000)

it('the Word plan prints the chairs and the groups’ own wording of their priorities', async () => {
  const back = programmeOf(await previewOf(join(folder, 'plan.docx')))
  const said = (p: Programme) =>
    p.groups.map((g) => ({
      chair: [g.group.chairName, g.group.chairTitle],
      headings: g.priorities.map((x) => bare(x.as.heading ?? x.priority.text)),
    }))
  expect(said(back)).toEqual(said(plainSample))
}, 60_000)
