import { describe, expect, it } from 'vitest'
import { actionsOf, codesOf, outline, planAt, previewOf } from './aPlan.ts'

describe('plans as areas lay them out', () => {
  it('takes weaknesses as rows over the full width, an objective merged down the side, and makes refs', async () => {
    const preview = await previewOf(planAt('weakness banners.xlsx'))
    expect(outline(preview)).toEqual([
      'P1 Too many families wait too long for a diagnosis',
      'P2 Lack of joint commissioning between education, health and care',
      'G1 Too many families wait too long for a diagnosis (made) P1',
      '  O1.1* Shorten the autism pathway',
      '    1.1.1* Open a second clinic',
      '    1.1.2* Train ten more assessors',
      '  O1.2* Tell families where they stand',
      '    1.2.1* Send a letter each term',
      'G2 Lack of joint commissioning between education, health and care (made) P2',
      '  O2.1* One commissioning plan',
      '    2.1.1* Agree pooled budgets',
    ])
    const [first, second] = actionsOf(preview)
    expect(first?.notes).toEqual(['Cost: £40k'])
    expect(second?.milestones.map((m) => [m.text, m.date?.latest])).toEqual([
      ['Summer term 2025', '2025-07-31'],
      ['December 2025', '2025-12-31'],
    ])
    expect(codesOf(preview)).toEqual(['groups-made', 'no-lead', 'ref-made'])
    expect(preview.rows.map((r) => [r.row, r.outcome])).toEqual([
      [1, 'outside'],
      [3, 'heading-row'],
      [4, 'priority'],
      [5, 'action'],
      [6, 'action'],
      [7, 'more'],
      [8, 'action'],
      [9, 'priority'],
      [10, 'action'],
      [11, 'total'],
    ])
  })

  it('reads records with a label before each value, one table an action', async () => {
    const preview = await previewOf(planAt('app records.docx'))
    expect(outline(preview)).toEqual([
      'P1 Identification of need',
      'P2 Quality of plans',
      'G1 Identification of need (made) P1',
      '  O1* -',
      '    1.1 Agree one referral form',
      '    1.2 Train practitioners',
      'G2 Quality of plans (made) P2',
      '  O2* -',
      '    2.1 Check ten plans a month',
    ])
    expect(preview).toMatchObject({
      title: 'Sampleshire accelerated progress plan',
      localArea: 'Sampleshire',
    })
    expect(actionsOf(preview)[0]).toMatchObject({
      leads: ['Head of Early Years'],
      accountable: 'Director of Education',
      completion: { text: 'May 25', latest: '2025-05-31' },
      measureOfSuccess: '• One form in use\n• Parents find it clear',
      update: { progress: 'Draft form went to the board.' },
    })
    expect(actionsOf(preview)[1]?.leads).toEqual([
      'Principal Educational Psychologist',
      'Lead Therapist, Sample NHS Trust',
    ])
  })

  it('counts milestones at 3, 6 and 12 months from the start date, and says so without one', async () => {
    const path = planAt('milestones at 3, 6 and 12 months.docx')
    const undated = await previewOf(path)
    expect(codesOf(undated)).toContain('milestone-undated')
    expect(actionsOf(undated)[0]?.milestones[0]).toEqual({ text: 'Backlog counted', date: null })
    const preview = await previewOf(path, { startedOn: '2024-08-31' })
    expect(actionsOf(preview).map((a) => a.milestones.map((m) => [m.text, m.date?.latest]))).toEqual([
      [
        ['Backlog counted', '2024-11-30'],
        ['Backlog halved', '2025-02-28'],
        ['No wait over 18 weeks', '2025-08-31'],
      ],
      [
        ['Terms agreed', '2024-11-30'],
        ['Plan published', '2025-08-31'],
      ],
      [
        ['Agreement signed', '2025-02-28'],
        ['Data flows', '2025-08-31'],
      ],
    ])
    expect(actionsOf(preview).map((a) => a.ref)).toEqual(['1a', '2a', '2b'])
  })

  it('keeps the history of dated rating columns, and never has one ref twice', async () => {
    const preview = await previewOf(planAt('rating history.xlsx'))
    expect(outline(preview)).toEqual([
      'G1 Leadership',
      '  O1.1 -',
      '    1.1.1 Publish a dashboard',
      '    1.1.2* Meet as one board',
      'G2 Joint working',
      '  O2.1 -',
      '    2.1.1 Write a joint strategy',
      '    2.1.2* Agree funding',
    ])
    expect(actionsOf(preview)[2]?.ratings).toEqual([
      { kind: 'delivery', code: 'red', at: '2020-05-31' },
      { kind: 'delivery', code: 'amber', at: '2020-11-30' },
      { kind: 'delivery', code: 'green', at: '2021-02-28' },
    ])
    expect(codesOf(preview)).toEqual([
      'date-doubtful',
      'no-lead',
      'objective-untitled',
      'ref-made',
      'ref-twice',
    ])
    expect(preview.rows.filter((r) => r.outcome === 'other').map((r) => r.text)).toEqual([
      'Key | Red: not started or delayed',
      'Key | Red: not started or delayed',
    ])
  })

  it('spreads merged cells, takes headings on each page once, and goes on in tables without headings', async () => {
    const preview = await previewOf(planAt('merged and split.docx'))
    expect(outline(preview)).toEqual([
      'G1 Early help',
      '  O1.1 One pathway',
      '    1.1.1 Map the offer',
      '    1.1.2 Agree a form',
      '    1.1.3 Review checks',
      '  O1.2 Every school can identify need',
      '    1.2.1 Buy a tool that: / • is free for schools / • works on paper / Budget: £12,000',
      '    1.2.2 Publish a guide',
      'G2 Therapies',
      '  O2.1 Shorter waits',
      '    2.1.1 Open weekend clinics',
      '    2.1.2 Count waits',
    ])
    const [first, second, third] = actionsOf(preview)
    for (const action of [first, second])
      expect(action).toMatchObject({
        intendedImpact: 'Seen before school',
        measureOfSuccess: 'Map agreed',
        leads: ['Head of Early Years'],
      })
    expect(third?.measureOfSuccess).toBe('Map agreed')
    // colours behind empty cells are ratings
    expect([first, second].map((a) => a?.ratings[0]?.code)).toEqual(['green', 'amber'])
    expect(preview.totals.outcomes).toMatchObject({ 'repeated-header': 1, other: 0, outside: 0 })
  })
})

describe('corrections', () => {
  it('reads a column as what a person says it is', async () => {
    const mappings = [
      {
        sheet: 'Action plan',
        headerRow: null,
        columns: [
          { column: 'G', field: 'evidence' as const },
          { column: 'D', field: null },
        ],
      },
    ]
    const preview = await previewOf(planAt('weakness banners.xlsx'), { answers: { mappings, levels: [] } })
    expect(
      preview.tables[0]?.columns.filter((c) => c.how === 'saved').map((c) => [c.header, c.field]),
    ).toEqual([
      ['SRO', null],
      ['Cost', 'evidence'],
    ])
    expect(actionsOf(preview)[0]).toMatchObject({
      accountable: null,
      update: { evidence: '£40k' },
      notes: ['SRO: Chief Nurse'],
    })
  })

  it('takes a kind of heading for what a person says it is', async () => {
    const answers = { mappings: [], levels: [{ key: 'banner', as: 'group' as const }] }
    const preview = await previewOf(planAt('weakness banners.xlsx'), { answers })
    expect(outline(preview).filter((l) => /^[GP]/.test(l))).toEqual([
      'G1 Too many families wait too long for a diagnosis',
      'G2 Lack of joint commissioning between education, health and care',
    ])
  })
})
