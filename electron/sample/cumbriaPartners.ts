import type { Row, Tables } from '../../shared/model/entities.ts'
import type { CumbriaDocument } from './cumbriaDocument.ts'
import { live, rowIds } from './rowIds.ts'

type Partners = Pick<
  Tables,
  'programme' | 'inspection' | 'organisation' | 'post' | 'postHolder' | 'officer' | 'board'
>

/** The programme with those who carry it: inspection, organisations, posts with their holders, officers, boards. */
export function cumbriaPartners(source: CumbriaDocument): Partners {
  return {
    programme: [programmeRow(source)],
    inspection: [inspectionRow(source)],
    organisation: organisationRows(source),
    post: postRows(source),
    postHolder: postHolderRows(source),
    officer: officerRows(source),
    board: boardRows(source),
  }
}

/** The id of the organisation that the document calls by an abbreviation or, where it has none, by its name. */
export function organisationIdOf(source: CumbriaDocument, called: string | null): string | null {
  if (called === null) return null
  const found = source.organisations.find((o) => o.abbreviation === called || o.name === called)
  if (!found) throw new Error(`the sample names an organisation that it does not list: ${called}`)
  return organisationId(found)
}

/** The id of the post that a printed lead is a spelling of. */
export function postIdOf(source: CumbriaDocument, printed: string): string {
  const role = source.roles.find((r) => r.spellings.includes(printed))
  if (!role) throw new Error(`the sample names a lead that is no spelling of a post: ${printed}`)
  return rowIds.named('post', role.title)
}

function programmeRow({ programme: p, ...source }: CumbriaDocument): Row<'programme'> {
  return {
    ...live('programme-cumbria'),
    name: p.name,
    documentTitle: p.documentTitle,
    localArea: p.localArea,
    startedOn: `${p.wsoaDate}-01`,
    planDate: p.wsoaDate,
    approvedByDfe: p.approvedByDfe,
    approvedNote: p.approvedByDfeNote,
    // The marking that holds where a document says nothing.
    marking: 'OFFICIAL',
    vision: p.vision,
    visionOwner: p.visionOwner,
    successIntro: p.successIntro,
    successStatements: p.successStatements,
    introduction: p.introduction,
    workingTogether: p.workingTogether,
    accountability: p.accountability,
    prioritiesIntro: p.prioritiesIntro,
    partners: p.partners,
    boardsNote: source.boardsNote,
    measuresIntro: source.performanceMeasuresIntro,
    measuresFootnote: source.performanceMeasuresFootnote,
    measuresNote: source.performanceMeasuresNote,
  }
}

function inspectionRow({ programme: { inspection } }: CumbriaDocument): Row<'inspection'> {
  return {
    ...live(`inspection-${inspection.from}`),
    bodies: inspection.bodies,
    startedOn: inspection.from,
    endedOn: inspection.to,
    title: inspection.title,
    reportedOn: null,
  }
}

function organisationRows(source: CumbriaDocument): Row<'organisation'>[] {
  return source.organisations.map((o) => ({
    ...live(organisationId(o)),
    // Where the source only ever abbreviates, the abbreviation is the name.
    name: o.name ?? o.abbreviation ?? '',
    abbreviation: o.abbreviation,
    kind: o.kind,
    spellings: o.printedAs,
    nameOutsideSource: o.nameOutsideSource ?? null,
    successorId: null,
    note: o.transcriptionNote ?? null,
  }))
}

const organisationId = (o: CumbriaDocument['organisations'][number]): string =>
  rowIds.named('organisation', o.abbreviation ?? o.name ?? '')

function postRows(source: CumbriaDocument): Row<'post'>[] {
  return source.roles.map((role) => ({
    ...live(rowIds.named('post', role.title)),
    title: role.title,
    organisationId: organisationIdOf(source, role.organisation),
    spellings: role.spellings,
    note: role.note ?? null,
  }))
}

function postHolderRows(source: CumbriaDocument): Row<'postHolder'>[] {
  return source.roles.flatMap((role) =>
    role.heldBy === undefined
      ? []
      : [
          {
            ...live(rowIds.named('holder', role.title)),
            postId: rowIds.named('post', role.title),
            name: role.heldBy,
            fromDay: null,
            toDay: null,
            basis: role.heldByBasis ?? null,
          },
        ],
  )
}

function officerRows(source: CumbriaDocument): Row<'officer'>[] {
  const { leadOfficer, seniorResponsibleOfficers, cabinetMember } = source.programme
  const inOrder = [
    { role: 'lead-officer' as const, person: leadOfficer },
    ...seniorResponsibleOfficers.map((person) => ({ role: 'senior-responsible' as const, person })),
    { role: 'cabinet-member' as const, person: cabinetMember },
  ]
  return inOrder.map(({ role, person }, position) => ({
    ...live(`officer-${position + 1}`),
    position,
    role,
    roleText: person.role ?? null,
    name: person.name,
    title: person.title,
    organisationId: organisationIdOf(source, person.organisation),
    note: person.note ?? null,
  }))
}

function boardRows(source: CumbriaDocument): Row<'board'>[] {
  return source.boards.map((board, position) => ({
    ...live(rowIds.named('board', board.name)),
    position,
    name: board.name,
    alternativeNames: board.alternativeNames,
    role: board.role,
    chairName: board.chair?.name ?? null,
    chairTitle: null,
    reportsToId: board.reportsTo === undefined ? null : rowIds.named('board', board.reportsTo),
    members: board.members ?? [],
    cadence: null,
    papersDueDays: null,
    note: board.transcriptionNote ?? null,
  }))
}
