import type { Row, Tables } from '../../shared/model/entities.ts'

/**
 * The transcribed document written again from the rows of the programme, without looking at the file:
 * what it cannot say, the programme has lost. Keys that hold undefined stand for keys that the file leaves out.
 */
export function rebuildJson(tables: Tables) {
  const programme = tables.programme[0]!
  return {
    programme: rebuildProgramme(tables, programme),
    organisations: tables.organisation.map((o) => ({
      abbreviation: o.abbreviation,
      // An organisation that the source never spells out goes by its abbreviation.
      name: o.name === o.abbreviation ? null : o.name,
      nameOutsideSource: given(o.nameOutsideSource),
      printedAs: o.spellings,
      kind: o.kind,
      transcriptionNote: given(o.note),
    })),
    boards: inOrder(tables.board).map((b) => ({
      name: b.name,
      alternativeNames: b.alternativeNames,
      role: b.role,
      chair: b.chairName === null ? undefined : { name: b.chairName },
      reportsTo: b.reportsToId === null ? undefined : byId(tables.board, b.reportsToId).name,
      members: filled(b.members),
      transcriptionNote: given(b.note),
    })),
    boardsNote: programme.boardsNote,
    priorities: tables.priority.map(({ number, text }) => ({ number, text })),
    workingGroups: tables.workingGroup.map((g) => rebuildGroup(tables, g)),
    roles: tables.post.map((p) => rebuildRole(tables, p)),
    performanceMeasures: tables.measure.map((m) => ({
      number: m.number,
      name: m.name,
      direction: m.direction,
      note: given(m.note),
    })),
    performanceMeasuresIntro: programme.measuresIntro,
    performanceMeasuresFootnote: programme.measuresFootnote,
    performanceMeasuresNote: programme.measuresNote,
    glossary: tables.glossaryEntry
      .filter((e) => e.inPlanGlossary)
      .map((e) => ({
        abbreviation: e.abbreviation,
        inFull: e.inFull,
        definition: e.definition,
        transcriptionNote: given(e.note),
      })),
    abbreviationsNotInGlossary: tables.glossaryEntry
      .filter((e) => !e.inPlanGlossary)
      .map(({ abbreviation, inFull }) => ({ abbreviation, inFull })),
    progressUpdates: rebuildGroupUpdates(tables),
    programmeUpdates: tables.update
      .filter((u) => u.actionId === null && u.groupId === null)
      .map((u) => ({ asAt: u.at, author: authorIn(u.by), paragraphs: u.progress?.split('\n\n') })),
    surveys: tables.survey.map(rebuildSurvey),
    events: tables.event.map((e) => rebuildEvent(tables, e)),
    engagementOpportunities: tables.engagementOpportunity.map(({ asAt, text, workAreas }) => ({
      asAt,
      text,
      workAreas,
    }))[0],
  }
}

function rebuildProgramme(tables: Tables, p: Row<'programme'>) {
  const inspection = tables.inspection[0]!
  const officers = (role: Row<'officer'>['role']) =>
    inOrder(tables.officer)
      .filter((o) => o.role === role)
      .map((o) => ({
        name: o.name,
        title: o.title,
        organisation: calledIn(tables, o.organisationId),
        role: given(o.roleText),
        note: given(o.note),
      }))
  return {
    name: p.name,
    documentTitle: p.documentTitle,
    localArea: p.localArea,
    inspection: {
      bodies: inspection.bodies,
      from: inspection.startedOn,
      to: inspection.endedOn,
      title: inspection.title,
    },
    wsoaDate: p.planDate,
    approvedByDfe: p.approvedByDfe,
    approvedByDfeNote: p.approvedNote,
    leadOfficer: officers('lead-officer')[0],
    seniorResponsibleOfficers: officers('senior-responsible'),
    cabinetMember: officers('cabinet-member')[0],
    partners: p.partners,
    vision: p.vision,
    visionOwner: p.visionOwner,
    successIntro: p.successIntro,
    successStatements: p.successStatements,
    introduction: p.introduction,
    workingTogether: p.workingTogether,
    accountability: p.accountability,
    prioritiesIntro: p.prioritiesIntro,
  }
}

function rebuildGroup(tables: Tables, group: Row<'workingGroup'>) {
  const statements = inOrder(tables.groupPriority.filter((gp) => gp.groupId === group.id)).map((gp) => ({
    number: byId(tables.priority, gp.priorityId).number,
    heading: gp.heading,
    overview: gp.overview,
  }))
  return {
    number: group.number,
    name: group.name,
    alternativeNames: group.alternativeNames,
    chair: {
      name: group.chairName,
      title: group.chairTitle,
      organisation: calledIn(tables, group.chairOrganisationId),
      organisationPrinted: given(group.chairOrganisationPrinted),
    },
    priorities: statements.map((s) => s.number),
    priorityStatements: statements,
    transcriptionNote: given(group.note),
    objectives: inOrder(tables.objective.filter((o) => o.groupId === group.id)).map((o) => ({
      ref: o.ref,
      title: o.title,
      links: filled(tables.link.filter((l) => l.fromObjectiveId === o.id).map((l) => rebuildLink(tables, l))),
      transcriptionNote: given(o.note),
      notes: o.spans.map(({ field, spans, note }) => ({ field, spans, note: given(note) })),
      actions: inOrder(tables.action.filter((a) => a.objectiveId === o.id)).map((a) =>
        rebuildAction(tables, a),
      ),
    })),
  }
}

function rebuildAction(tables: Tables, action: Row<'action'>) {
  return {
    ref: action.ref,
    action: action.action,
    intendedImpact: action.intendedImpact,
    measureOfSuccess: action.measureOfSuccess,
    responsibleLeads: inOrder(tables.actionLead.filter((l) => l.actionId === action.id)).map(
      (l) => l.printed,
    ),
    completionText: action.completion?.text,
    milestones: inOrder(tables.milestone.filter((m) => m.actionId === action.id)).map(rebuildMilestone),
    rag: tables.rating.find((r) => r.actionId === action.id)?.code ?? null,
    links: tables.link.filter((l) => l.fromActionId === action.id).map((l) => rebuildLink(tables, l)),
    transcriptionNote: given(action.note),
  }
}

function rebuildMilestone(milestone: Row<'milestone'>) {
  const { earliest, latest, precision } = milestone.date!
  return {
    text: milestone.text,
    date: earliest?.slice(0, 7),
    end: precision === 'range' ? latest?.slice(0, 7) : undefined,
    precision,
    printedDate: given(milestone.printedDate),
    corrected: milestone.printedDate === null ? undefined : true,
    recurrence: given(milestone.recurrence),
    qualifier: given(milestone.qualifier),
    transcriptionNote: given(milestone.note),
  }
}

function rebuildLink(tables: Tables, link: Row<'link'>) {
  return {
    workingGroup: link.toGroupId === null ? null : byId(tables.workingGroup, link.toGroupId).number,
    objective: link.toObjectiveId === null ? undefined : byId(tables.objective, link.toObjectiveId).ref,
    text: link.text,
    in: given(link.foundIn),
    scope: given(link.scope),
  }
}

function rebuildRole(tables: Tables, post: Row<'post'>) {
  const holder = tables.postHolder.find((h) => h.postId === post.id)
  return {
    title: post.title,
    organisation: calledIn(tables, post.organisationId),
    spellings: post.spellings,
    heldBy: holder?.name,
    heldByBasis: given(holder?.basis ?? null),
    note: given(post.note),
  }
}

function rebuildGroupUpdates(tables: Tables) {
  const ofGroups = tables.update.filter((u) => u.groupId !== null)
  return ofGroups.map((u) => ({
    workingGroup: byId(tables.workingGroup, u.groupId!).number,
    asAt: u.at,
    sequence: ofGroups.filter((other) => other.groupId === u.groupId).indexOf(u) + 1,
    text: u.progress,
  }))
}

function rebuildSurvey(survey: Row<'survey'>) {
  const { positiveComments: positive, lessGoodComments: lessGood } = survey
  return {
    name: survey.name,
    asAt: survey.asAt,
    description: survey.description,
    context: given(survey.context),
    totalPrinted: survey.totalPrinted,
    responses: survey.responses,
    responsesTotalComputed: given(survey.responsesTotal),
    next: given(survey.next),
    comments: positive.length + lessGood.length > 0 ? { positive, lessGood } : undefined,
    transcriptionNote: given(survey.note),
  }
}

function rebuildEvent(tables: Tables, event: Row<'event'>) {
  return {
    name: event.name,
    type: event.type,
    workingGroup: event.groupId === null ? null : byId(tables.workingGroup, event.groupId).number,
    dateText: event.dateText,
    date: event.date,
    precision: event.precision,
    timeText: given(event.timeText),
    locations: filled(event.locations),
    venue: given(event.venue),
    count: given(event.count),
    attendanceText: given(event.attendanceText),
    organiser: given(event.organiser),
    status: given(event.status),
    source: event.source,
    description: event.description,
    transcriptionNote: given(event.note),
  }
}

/** "Name, title": the title may have commas of its own, the name has none. */
function authorIn(by: string | null): { name: string; title: string } | null {
  if (by === null) return null
  const comma = by.indexOf(', ')
  return { name: by.slice(0, comma), title: by.slice(comma + 2) }
}

/** What the document calls an organisation: its abbreviation, else its name. */
function calledIn(tables: Tables, id: string | null): string | null {
  if (id === null) return null
  const organisation = byId(tables.organisation, id)
  return organisation.abbreviation ?? organisation.name
}

const given = <T>(value: T | null): T | undefined => value ?? undefined

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined)

const inOrder = <T extends { position: number }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => a.position - b.position)

function byId<T extends { id: string }>(rows: readonly T[], id: string): T {
  const row = rows.find((r) => r.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}
