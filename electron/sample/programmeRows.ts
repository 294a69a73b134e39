import { type EntityName, entityNames, type Row, type Tables } from '../../shared/model/entities.ts'

/** A row with the noun that it is one of. */
export type ProgrammeRow = { [E in EntityName]: { readonly entity: E; readonly row: Row<E> } }[EntityName]

/** The rows of a whole programme one after the other, so that a row comes after those it refers to. */
export function rowsInWritingOrder(tables: Tables): readonly ProgrammeRow[] {
  return entityNames.flatMap((entity) => tables[entity].map((row) => ({ entity, row }) as ProgrammeRow))
}

/** The tables of a programme that has no rows yet. */
export const emptyTables: Tables = {
  programme: [],
  inspection: [],
  organisation: [],
  post: [],
  postHolder: [],
  officer: [],
  board: [],
  meeting: [],
  priority: [],
  workingGroup: [],
  groupPriority: [],
  objective: [],
  action: [],
  actionLead: [],
  milestone: [],
  link: [],
  scaleStep: [],
  glossaryEntry: [],
  period: [],
  update: [],
  rating: [],
  assessment: [],
  dateChange: [],
  recovery: [],
  recommendation: [],
  measure: [],
  measureValue: [],
  survey: [],
  event: [],
  engagementOpportunity: [],
  evidence: [],
  risk: [],
  decision: [],
  ask: [],
  feedback: [],
  wording: [],
  paperText: [],
}
