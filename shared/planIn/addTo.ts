import type { PlannedAction } from './planDraft.ts'
import type { ReadAction } from './readAction.ts'

/** Adds to an action what a further row says of it: blanks are filled, other texts follow, a further date is a milestone. */
export function addTo(action: PlannedAction, read: ReadAction): void {
  action.intendedImpact = joined(action.intendedImpact, read.intendedImpact)
  action.measureOfSuccess = joined(action.measureOfSuccess, read.measureOfSuccess)
  action.accountable ??= read.accountable
  for (const lead of read.leads) if (!action.leads.includes(lead)) action.leads.push(lead)
  addDate(action, read)
  for (const m of read.milestones)
    if (!action.milestones.some((x) => x.text === m.text)) action.milestones.push(m)
  action.revised ??= read.revised
  if (action.ratings.length === 0) action.ratings.push(...read.ratings)
  action.update = addUpdate(action.update, read.update)
  for (const note of read.notes) if (!action.notes.includes(note)) action.notes.push(note)
  if (
    read.action !== '' &&
    read.action !== action.action &&
    read.milestones.length === 0 &&
    read.completion === null
  )
    action.notes.push(read.action)
}

function joined(one: string | null, two: string | null): string | null {
  if (two === null || one === two || one?.includes(two)) return one
  return one === null ? two : `${one}\n${two}`
}

/** The first date stays the completion; a further one is a dated step, and then so is the first. */
function addDate(action: PlannedAction, read: ReadAction): void {
  const { completion } = read
  if (completion === null || completion.text === action.completion?.text) return
  if (action.completion === null) {
    action.completion = completion
    return
  }
  const text = read.action === '' || read.action === action.action ? completion.text : read.action
  if (action.milestones.some((m) => m.text === text)) return
  if (action.milestones.length === 0)
    action.milestones.push({ text: action.completion.text, date: action.completion })
  action.milestones.push({ text, date: completion })
}

function addUpdate(one: PlannedAction['update'], two: PlannedAction['update']): PlannedAction['update'] {
  if (one === null || two === null) return one ?? two
  return {
    at: one.at ?? two.at,
    progress: joined(one.progress, two.progress),
    nextSteps: joined(one.nextSteps, two.nextSteps),
    issues: joined(one.issues, two.issues),
    evidence: joined(one.evidence, two.evidence),
    percentComplete: one.percentComplete ?? two.percentComplete,
  }
}
