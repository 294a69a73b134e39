import { describe, expect, it } from 'vitest'
import original from '../../electron/sample/cumbria-wsoa-2019.json' with { type: 'json' }
import { cumbriaRows, cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { entities, entityNames, type EntityName, type Row, type Tables } from '../../shared/model/entities.ts'
import { checkRows } from './checkRows.ts'
import { rebuildJson } from './rebuildJson.ts'

const tables = cumbriaTables()
const rebuilt = rebuildJson(tables)
const actionOf = (ref: string): Row<'action'> => tables.action.find((a) => a.ref === ref)!
const milestonesOf = (ref: string): readonly Row<'milestone'>[] =>
  tables.milestone.filter((m) => m.actionId === actionOf(ref).id)

describe('the sample programme against the transcription', () => {
  const keys = Object.keys(original).filter((key) => key !== 'meta') as (keyof typeof rebuilt)[]

  it.each(keys)('%s can be written again from the rows, field by field', (key) => {
    expect(rebuilt[key]).toEqual(original[key])
  })

  it('knows the printed order by the positions, not by the order of the rows', () => {
    const reversed = Object.fromEntries(
      entityNames.map((name) => [
        name,
        'position' in entities[name].shape ? tables[name].toReversed() : tables[name],
      ]),
    ) as Tables
    expect(rebuildJson(reversed)).toEqual(rebuilt)
  })

  it('adds nothing that the transcription does not have', () => {
    expect(Object.keys(rebuilt).sort()).toEqual([...keys].sort())
  })

  it.each<[EntityName, number]>([
    ['workingGroup', 6],
    ['priority', 9],
    ['groupPriority', 9],
    ['objective', 30],
    ['action', 108],
    ['actionLead', 122],
    ['milestone', 122],
    ['link', 16],
    ['measure', 35],
    ['glossaryEntry', 27 + 32],
    ['board', 7],
    ['post', 22],
    ['postHolder', 5],
    ['organisation', 18],
    ['officer', 5],
    ['update', 19 + 3],
    ['survey', 3],
    ['event', 11],
    ['engagementOpportunity', 1],
    ['inspection', 1],
    ['programme', 1],
    ['scaleStep', 10],
    ['rating', 0],
    ['assessment', 0],
    ['dateChange', 0],
    ['recovery', 0],
    ['measureValue', 0],
    ['meeting', 0],
    ['period', 0],
    ['recommendation', 0],
  ])('%s: %i rows', (entity, count) => {
    expect(tables[entity]).toHaveLength(count)
  })
})

describe('the rows of the sample programme', () => {
  it('hold to their schemas, have ids of their own and refer only to rows before them', () => {
    expect(checkRows(cumbriaRows())).toEqual([])
  })

  it('are the same every time', () => {
    expect(cumbriaRows()).toEqual(cumbriaRows())
    expect(cumbriaRows()).toHaveLength(entityNames.reduce((sum, name) => sum + tables[name].length, 0))
  })

  it('have readable ids', () => {
    const ids = cumbriaRows().map(({ row }) => row.id)
    expect(ids).toEqual(
      expect.arrayContaining([
        'group-1',
        'priority-9',
        'objective-3.1',
        'action-1.1.1',
        'milestone-2.3.3-3',
        'link-6.2-1',
        'update-bulletin-1-1',
        'board-send-partnership-improvement-board',
        'organisation-ccc',
        'post-principal-educational-psychologist',
        'glossary-ehcp',
        'measure-35',
      ]),
    )
    expect(ids.filter((id) => !/^[a-z0-9.-]*[a-z0-9]$/.test(id))).toEqual([])
  })

  it('have no column that their schema lacks and none missing', () => {
    for (const { entity, row } of cumbriaRows())
      expect(Object.keys(row).sort()).toEqual(Object.keys(entities[entity].shape).sort())
  })
})

describe('what the plan says, as the sample holds it', () => {
  it('keeps the words of a completion and spans its curated milestones', () => {
    expect(actionOf('2.3.3').completion).toEqual({
      text: 'Draft - Oct 2019\nSigned off January 2020\nJanuary 2020',
      earliest: '2019-10-01',
      latest: '2020-01-31',
      precision: 'milestones',
    })
    expect(actionOf('1.1.3').completion).toMatchObject({
      earliest: '2020-01-01',
      latest: '2020-07-31',
      precision: 'range',
    })
    expect(actionOf('4.2.5').completion).toMatchObject({
      earliest: '2021-03-01',
      latest: null,
      precision: 'from',
    })
    expect(actionOf('3.7.2').completion).toMatchObject({
      earliest: '2019-10-01',
      latest: null,
      precision: 'ongoing',
    })
    expect(actionOf('5.1.2').completion).toMatchObject({ latest: '2020-02-29', precision: 'month' })
  })

  it('takes the transcriber’s date where the plan slipped, and keeps what is printed', () => {
    expect(actionOf('3.3.5').completion).toEqual({
      text: 'January 2010',
      earliest: '2020-01-01',
      latest: '2020-01-31',
      precision: 'month',
    })
    expect(milestonesOf('3.3.5')[0]).toMatchObject({ text: 'January 2010', printedDate: '2010-01' })
  })

  it('keeps what comes back every year', () => {
    expect(milestonesOf('3.5.1').map((m) => [m.date?.latest, m.recurrence])).toEqual([
      ['2019-11-30', null],
      ['2020-11-30', 'annual'],
    ])
  })

  it('makes every printed lead a spelling of a post, with its place where one is printed', () => {
    for (const lead of tables.actionLead)
      expect(tables.post.find((p) => p.id === lead.postId)?.spellings).toContain(lead.printed)
    expect(
      tables.actionLead.filter((l) => l.actionId === 'action-2.3.1').map((l) => [l.postId, l.place]),
    ).toEqual([
      ['post-senior-commissioning-manager-children-and-families', 'North'],
      ['post-population-health-and-childrens-system-senior-manager', 'South'],
    ])
    const placed = tables.actionLead.filter((l) => /North\)|South\)/.test(l.printed))
    expect(placed.length).toBeGreaterThan(4)
    expect(tables.actionLead.filter((l) => l.place !== null)).toEqual(placed)
  })

  it('gives the bulletin’s updates to groups and the programme, never to an action', () => {
    expect(tables.update.filter((u) => u.actionId !== null)).toEqual([])
    expect(tables.update.every((u) => u.source === 'bulletin' && u.at === '2020-02-04')).toBe(true)
    expect(tables.update.filter((u) => u.groupId === 'group-3').map((u) => u.id)).toEqual([
      'update-bulletin-3-1',
      'update-bulletin-3-2',
      'update-bulletin-3-3',
      'update-bulletin-3-4',
    ])
  })
})
