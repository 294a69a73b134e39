import type { Row, Tables } from '../../shared/model/entities.ts'
import { completionOfAction, completionOfMilestone } from './completionOfMilestones.ts'
import type { CumbriaAction, CumbriaDocument, CumbriaGroup, CumbriaLink } from './cumbriaDocument.ts'
import { organisationIdOf, postIdOf } from './cumbriaPartners.ts'
import { live, rowIds } from './rowIds.ts'

type Plan = Pick<
  Tables,
  | 'priority'
  | 'workingGroup'
  | 'groupPriority'
  | 'objective'
  | 'action'
  | 'actionLead'
  | 'milestone'
  | 'link'
  | 'glossaryEntry'
>

/** The plan itself: priorities, groups, objectives, actions with leads, milestones and links, and the glossary. */
export function cumbriaPlan(source: CumbriaDocument): Plan {
  const groups = source.workingGroups
  const actions = groups.flatMap((g) => g.objectives).flatMap((o) => o.actions)
  return {
    priority: source.priorities.map((p) => ({ ...live(rowIds.priority(p.number)), ...p })),
    workingGroup: groups.map((g) => groupRow(source, g)),
    groupPriority: groups.flatMap(groupPriorityRows),
    objective: groups.flatMap(objectiveRows),
    action: groups.flatMap(actionRows),
    actionLead: actions.flatMap((a) => leadRows(source, a)),
    milestone: actions.flatMap(milestoneRows),
    link: groups.flatMap(linkRows),
    glossaryEntry: glossaryRows(source),
  }
}

function groupRow(source: CumbriaDocument, group: CumbriaGroup): Row<'workingGroup'> {
  return {
    ...live(rowIds.group(group.number)),
    number: group.number,
    name: group.name,
    alternativeNames: group.alternativeNames,
    chairName: group.chair.name,
    chairTitle: group.chair.title,
    chairOrganisationId: organisationIdOf(source, group.chair.organisation),
    chairOrganisationPrinted: group.chair.organisationPrinted ?? null,
    note: group.transcriptionNote ?? null,
  }
}

function groupPriorityRows(group: CumbriaGroup): Row<'groupPriority'>[] {
  return group.priorityStatements.map((statement, position) => ({
    ...live(`group-priority-${group.number}-${statement.number}`),
    position,
    groupId: rowIds.group(group.number),
    priorityId: rowIds.priority(statement.number),
    heading: statement.heading,
    overview: statement.overview,
  }))
}

function objectiveRows(group: CumbriaGroup): Row<'objective'>[] {
  return group.objectives.map((objective, position) => ({
    ...live(rowIds.objective(objective.ref)),
    position,
    groupId: rowIds.group(group.number),
    ref: objective.ref,
    title: objective.title,
    note: objective.transcriptionNote ?? null,
    spans: objective.notes.map(({ field, spans, note }) => ({ field, spans, note: note ?? null })),
  }))
}

function actionRows(group: CumbriaGroup): Row<'action'>[] {
  return group.objectives.flatMap((objective) =>
    objective.actions.map((action, position) => ({
      ...live(rowIds.action(action.ref)),
      position,
      objectiveId: rowIds.objective(objective.ref),
      ref: action.ref,
      action: action.action,
      intendedImpact: action.intendedImpact,
      measureOfSuccess: action.measureOfSuccess,
      completion: completionOfAction(action),
      accountable: null,
      note: action.transcriptionNote ?? null,
    })),
  )
}

function leadRows(source: CumbriaDocument, action: CumbriaAction): Row<'actionLead'>[] {
  return action.responsibleLeads.map((printed, position) => ({
    ...live(`lead-${action.ref}-${position + 1}`),
    position,
    actionId: rowIds.action(action.ref),
    postId: postIdOf(source, printed),
    printed,
    place: placeIn(printed),
  }))
}

/** The half of the county that a lead answers for, where the plan says so: "(North)", "(South)", "(for South)". */
function placeIn(printed: string): string | null {
  return /\((?:for )?(North|South)\)/.exec(printed)?.[1] ?? null
}

function milestoneRows(action: CumbriaAction): Row<'milestone'>[] {
  return action.milestones.map((milestone, position) => ({
    ...live(`milestone-${action.ref}-${position + 1}`),
    position,
    actionId: rowIds.action(action.ref),
    text: milestone.text,
    date: completionOfMilestone(milestone),
    recurrence: milestone.recurrence ?? null,
    qualifier: milestone.qualifier ?? null,
    printedDate: milestone.printedDate ?? null,
    note: milestone.transcriptionNote ?? null,
    doneOn: null,
  }))
}

function linkRows(group: CumbriaGroup): Row<'link'>[] {
  return group.objectives.flatMap((objective) => [
    ...(objective.links ?? []).map((link, i) =>
      linkRow(link, `link-${objective.ref}-${i + 1}`, { fromObjectiveId: rowIds.objective(objective.ref) }),
    ),
    ...objective.actions.flatMap((action) =>
      action.links.map((link, i) =>
        linkRow(link, `link-${action.ref}-${i + 1}`, { fromActionId: rowIds.action(action.ref) }),
      ),
    ),
  ])
}

function linkRow(
  link: CumbriaLink,
  id: string,
  from: { readonly fromActionId?: string; readonly fromObjectiveId?: string },
): Row<'link'> {
  return {
    ...live(id),
    fromActionId: from.fromActionId ?? null,
    fromObjectiveId: from.fromObjectiveId ?? null,
    toGroupId: link.workingGroup === null ? null : rowIds.group(link.workingGroup),
    toObjectiveId: link.objective === undefined ? null : rowIds.objective(link.objective),
    toActionId: null,
    text: link.text,
    foundIn: link.in ?? null,
    scope: link.scope ?? null,
  }
}

function glossaryRows(source: CumbriaDocument): Row<'glossaryEntry'>[] {
  const explained = source.glossary.map((entry) => ({
    ...live(rowIds.named('glossary', entry.abbreviation)),
    abbreviation: entry.abbreviation,
    inFull: entry.inFull,
    definition: entry.definition,
    note: entry.transcriptionNote ?? null,
    inPlanGlossary: true,
  }))
  const onlyUsed = source.abbreviationsNotInGlossary.map((entry) => ({
    ...live(rowIds.named('glossary', entry.abbreviation)),
    abbreviation: entry.abbreviation,
    inFull: entry.inFull,
    definition: null,
    note: null,
    inPlanGlossary: false,
  }))
  return [...explained, ...onlyUsed]
}
