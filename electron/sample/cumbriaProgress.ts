import type { Row, Tables } from '../../shared/model/entities.ts'
import type { CumbriaDocument } from './cumbriaDocument.ts'
import { live, rowIds } from './rowIds.ts'

type Progress = Pick<Tables, 'update' | 'measure' | 'survey' | 'event' | 'engagementOpportunity'>

/**
 * What the plan measures and what the bulletin of February 2020 reports.
 * The bulletin speaks of groups and of the programme, never of an action: no action gets an update or a rating from it.
 */
export function cumbriaProgress(source: CumbriaDocument): Progress {
  return {
    update: [...programmeUpdateRows(source), ...groupUpdateRows(source)],
    measure: measureRows(source),
    survey: surveyRows(source),
    event: eventRows(source),
    engagementOpportunity: [engagementRow(source)],
  }
}

/** Columns of an update that the bulletin says nothing about, and where its updates come from. */
function fromBulletin(source: CumbriaDocument) {
  return {
    actionId: null,
    periodId: null,
    source: 'bulletin' as const,
    sourceNote: source.meta.sources.find((s) => s.id === 'ebulletin')?.title ?? null,
    nextSteps: null,
    issues: null,
    evidence: null,
    percentComplete: null,
    importId: null,
  }
}

function programmeUpdateRows(source: CumbriaDocument): Row<'update'>[] {
  return source.programmeUpdates.map((update, i) => ({
    ...fromBulletin(source),
    ...live(`update-bulletin-programme-${i + 1}`),
    groupId: null,
    at: update.asAt,
    by: update.author && `${update.author.name}, ${update.author.title}`,
    progress: update.paragraphs.join('\n\n'),
  }))
}

function groupUpdateRows(source: CumbriaDocument): Row<'update'>[] {
  return source.progressUpdates.map((update) => ({
    ...fromBulletin(source),
    ...live(`update-bulletin-${update.workingGroup}-${update.sequence}`),
    groupId: rowIds.group(update.workingGroup),
    at: update.asAt,
    by: null,
    progress: update.text,
  }))
}

function measureRows(source: CumbriaDocument): Row<'measure'>[] {
  return source.performanceMeasures.map((measure) => ({
    ...live(`measure-${measure.number}`),
    number: measure.number,
    name: measure.name,
    direction: measure.direction,
    unit: null,
    source: null,
    note: measure.note ?? null,
  }))
}

function surveyRows(source: CumbriaDocument): Row<'survey'>[] {
  return source.surveys.map((survey, i) => ({
    ...live(`survey-${i + 1}`),
    name: survey.name,
    asAt: survey.asAt,
    description: survey.description,
    totalPrinted: survey.totalPrinted,
    context: survey.context ?? null,
    next: survey.next ?? null,
    responses: survey.responses,
    responsesTotal: survey.responsesTotalComputed ?? null,
    positiveComments: survey.comments?.positive ?? [],
    lessGoodComments: survey.comments?.lessGood ?? [],
    note: survey.transcriptionNote ?? null,
  }))
}

function eventRows(source: CumbriaDocument): Row<'event'>[] {
  return source.events.map((event, i) => ({
    ...live(`event-${i + 1}`),
    name: event.name,
    type: event.type,
    groupId: event.workingGroup === null ? null : rowIds.group(event.workingGroup),
    dateText: event.dateText,
    date: event.date,
    precision: event.precision,
    timeText: event.timeText ?? null,
    locations: event.locations ?? [],
    venue: event.venue ?? null,
    count: event.count ?? null,
    attendanceText: event.attendanceText ?? null,
    organiser: event.organiser ?? null,
    status: event.status ?? null,
    source: event.source,
    description: event.description,
    note: event.transcriptionNote ?? null,
  }))
}

function engagementRow({ engagementOpportunities: found }: CumbriaDocument): Row<'engagementOpportunity'> {
  return {
    ...live(`engagement-${found.asAt}`),
    asAt: found.asAt,
    text: found.text,
    workAreas: found.workAreas,
    note: null,
  }
}
