import type { EntityName } from '../model/entities.ts'
import { completion } from '../model/fields.ts'
import { sayDay } from '../view/sayDay.ts'
import type { FieldValue } from '../workbook/draft.ts'
import { isSame, type AnyRow, type CopyState } from './copyState.ts'

/** What a row is, in the field's words: "Milestone “Draft”", "Overall rating of priority 2, February 2020". */
export function sayRow(state: CopyState, entity: EntityName, row: AnyRow): string {
  const text = (field: string): string => String(row[field] ?? '')
  const named = (of: EntityName, id: string, field: string): string =>
    String(state.row(of, row[id])?.[field] ?? '')
  switch (entity) {
    case 'action':
      return `Action ${text('ref')}`
    case 'objective':
      return `Objective ${text('ref')}`
    case 'workingGroup':
      return `Working group ${text('number')}`
    case 'groupPriority':
      return `Priority ${named('priority', 'priorityId', 'number')} in the group’s words`
    case 'actionLead':
      return `Lead “${text('printed')}”`
    case 'milestone':
      return `Milestone “${text('text')}”`
    case 'rating':
      return `${row['kind'] === 'impact' ? 'Impact' : 'Delivery'} rating of ${sayDay(text('at'))}`
    case 'update':
      return `Update of ${sayDay(text('at'))}`
    case 'dateChange':
      return `Date moved on ${sayDay(text('at'))}`
    case 'recovery':
      return 'Recovery'
    case 'assessment':
      return `Overall rating of ${ofWhat(state, row)}, ${named('period', 'periodId', 'name')}`
    case 'recommendation':
      return `Recommendation to the ${named('board', 'boardId', 'name')}`
    case 'period':
      return `Reporting period ${text('name')}`
    case 'link':
      return `Link “${text('text')}”`
    default:
      return nameOf(entity, row)
  }
}

function ofWhat(state: CopyState, row: AnyRow): string {
  const group = state.row('workingGroup', row['groupId'])
  if (group) return `working group ${String(group['number'])}`
  return `priority ${String(state.row('priority', row['priorityId'])?.['number'] ?? '')}`
}

/** A row of a noun that copies seldom touch: by the first of its fields that names it. */
function nameOf(entity: EntityName, row: AnyRow): string {
  const named = ['name', 'title', 'claim', 'youSaid', 'text', 'label', 'abbreviation', 'heldOn', 'word']
    .map((f) => row[f])
    .find((v) => typeof v === 'string' && v !== '')
  return named === undefined ? words(entity) : `${words(entity)} “${String(named)}”`
}

/** A field's name in words, in the middle of a sentence. */
export const sayRowField = (entity: EntityName, field: string): string =>
  fieldWords[`${entity}.${field}`] ?? fieldWords[field] ?? words(field).toLocaleLowerCase('en-GB')

const fieldWords: Readonly<Record<string, string>> = {
  'action.action': 'wording',
  'action.completion': 'completion date',
  'action.objectiveId': 'objective',
  'recovery.who': 'who does it',
  'recovery.due': 'by when',
  'recovery.effect': 'effect if it slips',
  'recovery.ask': 'what is asked of the board',
  'recommendation.text': 'wording',
  'milestone.doneOn': 'done on',
  'dateChange.completion': 'new date',
  measureOfSuccess: 'measure of success',
}

const words = (name: string): string => {
  const spaced = name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`).replace(/ id$/u, '')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** A stored value as the review shows it; references and codes by their names. */
export function sayStored(
  state: CopyState,
  entity: EntityName,
  field: string,
  value: unknown,
): FieldValue | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return sayText(state, entity, field, value)
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value) && value.every((v) => typeof v === 'string')) return value
  const date = completion.safeParse(value)
  return date.success ? date.data : JSON.stringify(value)
}

function sayText(state: CopyState, entity: EntityName, field: string, value: string): string {
  if (field.endsWith('Id')) {
    const target = targets[field]
    const row = target === undefined ? null : state.row(target, value)
    return target === undefined || row === null ? value : sayRow(state, target, row)
  }
  const kind = field === 'code' ? null : field
  const isCode = entity === 'rating' ? field === 'code' : entity === 'assessment'
  const step = isCode
    ? state.tables.scaleStep.find((s) => s.code === value && (kind === null || s.kind === kind))
    : undefined
  if (step) return step.word
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? sayDay(value) : value
}

const targets: Readonly<Record<string, EntityName>> = {
  objectiveId: 'objective',
  actionId: 'action',
  groupId: 'workingGroup',
  periodId: 'period',
  postId: 'post',
  organisationId: 'organisation',
  boardId: 'board',
  priorityId: 'priority',
  measureId: 'measure',
}

/** What a whole row says, a line a value: for rows that are taken or left as one. */
export function sayContents(
  state: CopyState,
  entity: EntityName,
  row: AnyRow,
  fields: readonly string[],
): string {
  return fields
    .filter((f) => !isSame(row[f], null) && row[f] !== '')
    .map((f) => {
      const value = sayStored(state, entity, f, row[f])
      const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? value?.text : value
      return fields.length === 1 ? String(text) : `${capital(sayRowField(entity, f))}: ${String(text)}`
    })
    .join('\n')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Who did it and when, in brackets: " (Chair of group 1, 3 February 2020)"; '' where the row doesn't say. */
export function sayFrom(row: AnyRow | null | undefined): string {
  if (!row || typeof row['at'] !== 'string') return ''
  const by = typeof row['by'] === 'string' && row['by'] !== '' ? `${row['by']}, ` : ''
  return ` (${by}${sayDay(row['at'])})`
}
