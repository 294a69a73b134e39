import { entities, type EntityName } from '../../shared/model/entities.ts'
import type { ProgrammeRow } from '../../electron/sample/programmeRows.ts'

/** What the columns that name another row refer to; every other column whose name ends in 'Id' is unknown here. */
const referredTo: Readonly<Record<string, EntityName>> = {
  organisationId: 'organisation',
  chairOrganisationId: 'organisation',
  successorId: 'organisation',
  postId: 'post',
  boardId: 'board',
  reportsToId: 'board',
  priorityId: 'priority',
  groupId: 'workingGroup',
  toGroupId: 'workingGroup',
  objectiveId: 'objective',
  fromObjectiveId: 'objective',
  toObjectiveId: 'objective',
  actionId: 'action',
  fromActionId: 'action',
  toActionId: 'action',
  periodId: 'period',
  measureId: 'measure',
}

/**
 * What is wrong with rows that are to be written in this order: rows their schema refuses or would change, ids used
 * twice, and references to rows that are not written yet.
 */
export function checkRows(rows: readonly ProgrammeRow[]): readonly string[] {
  const written = new Map<string, EntityName>()
  const faults: string[] = []
  for (const { entity, row } of rows) {
    const parsed = entities[entity].strict().safeParse(row)
    if (!parsed.success) faults.push(`${entity} ${row.id}: ${parsed.error.message}`)
    if (written.has(row.id)) faults.push(`${entity} ${row.id}: the id is used twice`)
    for (const [column, value] of Object.entries(row)) {
      if (!column.endsWith('Id') || value === null) continue
      if (written.get(String(value)) !== referredTo[column])
        faults.push(`${entity} ${row.id}: ${column} refers to ${String(value)}, which is not there`)
    }
    written.set(row.id, entity)
  }
  return faults
}
