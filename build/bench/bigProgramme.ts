import { readCompletion } from '../../shared/dates/readCompletion.ts'
import type { Row } from '../../shared/model/entities.ts'
import { createProgramme } from '../../electron/db/openProgramme.ts'
import { blankRows } from '../../electron/sample/blankProgramme.ts'
import type { ProgrammeRow } from '../../electron/sample/programmeRows.ts'
import { live } from '../../electron/sample/rowIds.ts'
import { seeded, type Random } from './random.ts'
import { posts, sayAction, sayImpact, sayNextStep, sayProgress } from './wordings.ts'

export const writer = { actor: 'Benchmark', at: '2020-02-04T00:00:00' }
/** The ISO day that everything is judged by. */
export const today = '2020-02-04'

export type Size = {
  readonly actions: number
  /** Of a hundred actions, how many have a rating and an update already. */
  readonly spokenFor: number
}

/** A programme file of many actions, in groups of objectives of twenty actions each; the same for the same size. */
export function makeProgramme(path: string, size: Size): void {
  const name = 'A large improvement programme'
  const blank = blankRows({ name, localArea: 'A county', startedOn: '2019-08-01' })
  createProgramme(path, [...blank, ...planRows(size)], writer, 'benchmark')
}

/** The refs of its actions in plan order: ten groups, as many objectives as it takes. */
export const refsOf = (actions: number): readonly string[] =>
  Array.from({ length: actions }, (_, i) => `${objectiveOf(i)}.${(i % 20) + 1}`)

const objectiveOf = (action: number): string => {
  const objective = Math.floor(action / 20)
  return `${(objective % 10) + 1}.${Math.floor(objective / 10) + 1}`
}

/** The wordings of its actions, by place; what a tracker of them prints. */
export function wordingsOf(actions: number): readonly string[] {
  const random = seeded(11)
  return Array.from({ length: actions }, () => sayAction(random))
}

/** When an action is due, as a plan prints it. */
export const completionTexts = [
  'March 2020',
  '31 May 2020',
  'Autumn term 2020',
  'Q2 2020/21',
  'End of July 2020',
]

export const leadOf = (action: number): string => posts[Math.floor(action / 25) % posts.length] ?? ''
export const completionOf = (action: number): string => completionTexts[action % completionTexts.length] ?? ''

function planRows({ actions, spokenFor }: Size): readonly ProgrammeRow[] {
  const random = seeded(12)
  const wordings = wordingsOf(actions)
  const refs = refsOf(actions)
  const objectives = [...new Set(refs.map((_, i) => objectiveOf(i)))]
  const groups = [...new Set(objectives.map((o) => Number(o.split('.')[0])))]
  const postRows = posts.map((title): Row<'post'> => ({
    ...live(postId(title)),
    title,
    organisationId: null,
    spellings: [],
    note: null,
  }))
  return [
    ...postRows.map((row): ProgrammeRow => ({ entity: 'post', row })),
    ...groups.map((number): ProgrammeRow => ({ entity: 'workingGroup', row: groupRow(number) })),
    ...objectives.map((ref, i): ProgrammeRow => ({ entity: 'objective', row: objectiveRow(ref, i, random) })),
    ...refs.flatMap((ref, i) => actionRows(i, ref, wordings[i] ?? '', random, random.below(100) < spokenFor)),
  ]
}

const postId = (title: string): string => `post-${posts.indexOf(title)}`

const groupRow = (number: number): Row<'workingGroup'> => ({
  ...live(`group-${number}`),
  number,
  name: `Working group ${number}`,
  alternativeNames: [],
  chairName: null,
  chairTitle: null,
  chairOrganisationId: null,
  chairOrganisationPrinted: null,
  note: null,
})

const objectiveRow = (ref: string, position: number, random: Random): Row<'objective'> => ({
  ...live(`objective-${ref}`),
  position,
  groupId: `group-${ref.split('.')[0]}`,
  ref,
  title: sayImpact(random),
  note: null,
  spans: [],
})

function actionRows(
  i: number,
  ref: string,
  wording: string,
  random: Random,
  isSpokenFor: boolean,
): readonly ProgrammeRow[] {
  const { text, earliest, latest, precision } = readCompletion(completionOf(i))
  const id = `action-${ref}`
  const action: Row<'action'> = {
    ...live(id),
    position: i,
    objectiveId: `objective-${objectiveOf(i)}`,
    ref,
    action: wording,
    intendedImpact: sayImpact(random),
    measureOfSuccess: sayImpact(random),
    completion: { text, earliest, latest, precision },
    accountable: null,
    note: null,
  }
  const lead: Row<'actionLead'> = {
    ...live(`lead-${ref}`),
    position: 0,
    actionId: id,
    postId: postId(leadOf(i)),
    printed: leadOf(i),
    place: null,
  }
  return [
    { entity: 'action', row: action },
    { entity: 'actionLead', row: lead },
    ...(isSpokenFor ? saidRows(id, ref, leadOf(i), random) : []),
  ]
}

function saidRows(actionId: string, ref: string, by: string, random: Random): readonly ProgrammeRow[] {
  const said = { periodId: null, at: '2020-01-07', by, importId: null }
  const rating: Row<'rating'> = {
    ...live(`rating-${ref}`),
    actionId,
    kind: 'delivery',
    code: random.pick(['grey', 'red', 'amber']),
    reason: null,
    ...said,
  }
  const update: Row<'update'> = {
    ...live(`update-${ref}`),
    actionId,
    groupId: null,
    source: 'email',
    sourceNote: null,
    progress: sayProgress(random),
    nextSteps: sayNextStep(random),
    issues: null,
    evidence: null,
    percentComplete: random.below(20) * 5,
    ...said,
  }
  return [
    { entity: 'rating', row: rating },
    { entity: 'update', row: update },
  ]
}
