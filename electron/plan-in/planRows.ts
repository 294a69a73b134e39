import { indexLeadNames, placeOf } from '../../shared/import/leadNames.ts'
import type { Row, Tables } from '../../shared/model/entities.ts'
import type { PlannedAction, PlannedGroup, PlanStructure } from '../../shared/planIn/planDraft.ts'
import { emptyTables, rowsInWritingOrder, type ProgrammeRow } from '../sample/programmeRows.ts'
import { blankRows, type BlankProgramme } from '../sample/blankProgramme.ts'

/**
 * The rows of a new programme made of a plan, in writing order: what the document says, and nothing else. `today` (ISO day) is
 * when ratings and updates were said where the document names no day. Ids count on in the order of the document.
 */
export function planRows(
  structure: PlanStructure,
  programme: BlankProgramme,
  today: string,
): readonly ProgrammeRow[] {
  const flat = flatten(structure)
  const posts = postsOf(flat)
  const tables: Tables = {
    ...emptyTables,
    post: posts.rows,
    priority: structure.priorities.map((p) => ({ ...live(`priority-${p.number}`), ...p })),
    workingGroup: structure.groups.map(groupRow),
    groupPriority: structure.groups.flatMap(groupPriorityRows),
    objective: flat.objectives.map(({ id, groupId, position, of }) => ({
      ...live(id),
      position,
      groupId,
      ref: of.ref,
      title: of.title,
      note: of.notes.length > 0 ? of.notes.join('\n') : null,
      spans: [],
    })),
    action: flat.actions.map(({ id, objectiveId, position, of }) => ({
      ...live(id),
      position,
      objectiveId,
      ref: of.ref,
      action: of.action,
      intendedImpact: of.intendedImpact,
      measureOfSuccess: of.measureOfSuccess,
      completion: of.completion,
      accountable: of.accountable,
      note: of.notes.length > 0 ? of.notes.join('\n') : null,
    })),
    actionLead: flat.actions.flatMap(({ id, of }) => leadRows(id, of, posts.idOf)),
    milestone: flat.actions.flatMap(({ id, of }) => milestoneRows(id, of)),
    update: flat.actions.flatMap(({ id, of }) => updateRows(id, of, today)),
    rating: flat.actions.flatMap(({ id, of }) => ratingRows(id, of, today)),
    dateChange: flat.actions.flatMap(({ id, of }) => dateChangeRows(id, of, today)),
  }
  return [...blankRows(programme), ...rowsInWritingOrder(tables)]
}

const live = (id: string): { readonly id: string; readonly retiredAt: null } => ({ id, retiredAt: null })

type Flat = {
  readonly objectives: {
    readonly id: string
    readonly groupId: string
    readonly position: number
    readonly of: PlannedGroup['objectives'][number]
  }[]
  readonly actions: {
    readonly id: string
    readonly objectiveId: string
    readonly position: number
    readonly of: PlannedAction
  }[]
}

function flatten(structure: PlanStructure): Flat {
  const flat: Flat = { objectives: [], actions: [] }
  for (const group of structure.groups)
    for (const [position, of] of group.objectives.entries()) {
      const id = `objective-${flat.objectives.length + 1}`
      flat.objectives.push({ id, groupId: groupId(group), position, of })
      for (const [place, action] of of.actions.entries())
        flat.actions.push({
          id: `action-${flat.actions.length + 1}`,
          objectiveId: id,
          position: place,
          of: action,
        })
    }
  return flat
}

const groupId = (group: PlannedGroup): string => `group-${group.number}`

const groupRow = (group: PlannedGroup): Row<'workingGroup'> => ({
  ...live(groupId(group)),
  number: group.number,
  name: group.name,
  alternativeNames: [],
  chairName: group.chair?.name ?? null,
  chairTitle: group.chair?.title ?? null,
  chairOrganisationId: null,
  chairOrganisationPrinted: null,
  note: null,
})

const groupPriorityRows = (group: PlannedGroup): Row<'groupPriority'>[] =>
  group.priorities.map(({ number, heading }, position) => ({
    ...live(`group-priority-${group.number}-${number}`),
    position,
    groupId: groupId(group),
    priorityId: `priority-${number}`,
    heading,
    overview: null,
  }))

type Posts = { readonly rows: Row<'post'>[]; readonly idOf: (printed: string) => string }

/** One post for all spellings of it; the plan's first spelling is its title. */
function postsOf(flat: Flat): Posts {
  const names = indexLeadNames({ tables: emptyTables })
  const rows = new Map<string, Row<'post'>>()
  const keyOf = (printed: string): string => names.keyOf(printed).replace(/\|.*$/, '')
  for (const printed of flat.actions.flatMap((a) => a.of.leads)) {
    const key = keyOf(printed)
    const post = rows.get(key)
    const title = printed.replace(/\s*\((?:for )?(?:north|south|east|west)\)/gi, '').replace(/[.;,\s]+$/u, '')
    if (!post)
      rows.set(key, {
        ...live(`post-${rows.size + 1}`),
        title,
        organisationId: null,
        spellings: title === printed ? [] : [printed],
        note: null,
      })
    else if (printed !== post.title && !post.spellings.includes(printed)) post.spellings.push(printed)
  }
  return { rows: [...rows.values()], idOf: (printed) => rows.get(keyOf(printed))?.id ?? '' }
}

const leadRows = (
  actionId: string,
  of: PlannedAction,
  postId: (printed: string) => string,
): Row<'actionLead'>[] =>
  of.leads.map((printed, position) => ({
    ...live(`${actionId}-lead-${position + 1}`),
    position,
    actionId,
    postId: postId(printed),
    printed,
    place: placeOf(printed),
  }))

const milestoneRows = (actionId: string, of: PlannedAction): Row<'milestone'>[] =>
  of.milestones.map(({ text, date }, position) => ({
    ...live(`${actionId}-milestone-${position + 1}`),
    position,
    actionId,
    text,
    date,
    recurrence: null,
    qualifier: null,
    printedDate: null,
    note: null,
    doneOn: null,
  }))

function updateRows(actionId: string, { update }: PlannedAction, today: string): Row<'update'>[] {
  if (update === null) return []
  return [
    {
      ...live(`${actionId}-update`),
      actionId,
      groupId: null,
      periodId: null,
      by: null,
      source: 'import',
      sourceNote: 'The plan that the programme was made of',
      importId: null,
      ...update,
      at: update.at ?? today,
    },
  ]
}

const ratingRows = (actionId: string, of: PlannedAction, today: string): Row<'rating'>[] =>
  of.ratings.map(({ kind, code, at }, i) => ({
    ...live(`${actionId}-rating-${i + 1}`),
    actionId,
    kind,
    code,
    reason: null,
    at: at ?? of.update?.at ?? today,
    by: null,
    periodId: null,
    importId: null,
  }))

function dateChangeRows(actionId: string, { revised }: PlannedAction, today: string): Row<'dateChange'>[] {
  if (revised === null) return []
  return [
    {
      ...live(`${actionId}-date`),
      actionId,
      completion: revised.completion,
      reason: revised.reason,
      approvedBy: null,
      approvedOn: null,
      at: today,
      by: null,
      importId: null,
    },
  ]
}
