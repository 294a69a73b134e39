import { z } from 'zod'
import { paperFinding } from '../errors.ts'
import { day, optionalText, percent, ratingKind } from '../model/fields.ts'
import { actionDetailView } from '../view/actionDetail.ts'
import { overviewView } from '../view/overview.ts'
import { planQuery } from '../view/planQuery.ts'
import { planTableView } from '../view/planTable.ts'
import { ratingMark } from '../view/ratingMark.ts'
import { call } from './call.ts'
import { copyCalls } from './copyCalls.ts'
import { importCalls } from './importCalls.ts'
import { openedProgramme } from './openedProgramme.ts'
import { planInCalls } from './planInCalls.ts'
import { issueCalls } from './issueCalls.ts'
import { registerName } from '../view/registerView.ts'
import { registerCalls } from './registerCalls.ts'
import { written } from './written.ts'

const nothing = z.object({})
const path = z.string().min(1)
const id = z.string().min(1)

export const recentProgramme = z.object({ path: z.string(), name: z.string(), openedAt: z.string() })
export type RecentProgramme = z.infer<typeof recentProgramme>

/** What the window's frame shows: the open programme, what can be undone, warnings about where the file lies. */
export const appState = z.object({
  version: z.string(),
  recent: z.array(recentProgramme),
  programme: openedProgramme,
})
export type AppState = z.infer<typeof appState>

/** The open programme, or null where the person cancelled. */
const opened = openedProgramme

export const paperKind = z.enum([
  'dfe-return',
  'board-paper',
  'highlight-report',
  'exception-report',
  'plan',
  'scorecard',
  'bulletin',
  'you-said-we-did',
  'evidence-index',
])
export type PaperKind = z.infer<typeof paperKind>
export const paperFormat = z.enum(['docx', 'xlsx'])
export type PaperFormat = z.infer<typeof paperFormat>

/** Which paper: of which kind, for which board (id) and period (label), from now (null) or a snapshot (id). */
export const paperChoice = z.object({
  kind: paperKind,
  board: z.string().nullable(),
  /** Number of the working group of a highlight report; null for all of them. */
  group: z.number().int().nullable(),
  period: z.string().nullable(),
  asAt: z.string().nullable(),
  /** For the public: in the words for it, and screened for what could tell who somebody is. */
  public: z.boolean().default(false),
})
export type PaperChoice = z.infer<typeof paperChoice>

/** Something that a paper had to say is missing, and where it is entered. */
export const paperGap = z.object({
  code: z.string(),
  message: z.string(),
  where: z.discriminatedUnion('at', [
    z.object({ at: z.literal('recommendations'), board: z.string() }),
    z.object({
      at: z.literal('assessment'),
      group: z.number().int().nullable(),
      priority: z.number().int().nullable(),
    }),
    z.object({ at: z.literal('action'), actionId: z.string(), ref: z.string() }),
    z.object({ at: z.literal('meeting'), board: z.string() }),
    /** The list, and what a new entry of it begins with where a certain one is missing. */
    z.object({
      at: z.literal('register'),
      register: registerName,
      preset: z.record(z.string(), z.string()).nullable(),
    }),
    z.object({ at: z.literal('nowhere') }),
  ]),
})
export type PaperGap = z.infer<typeof paperGap>

export const snapshotView = z.object({ id: z.string(), label: z.string(), takenAt: z.string() })
export const periodView = z.object({ id: z.string(), label: z.string(), name: z.string() })

export const paperOptions = z.object({
  kinds: z.array(
    z.object({
      kind: paperKind,
      name: z.string(),
      about: z.string(),
      formats: z.array(paperFormat),
      needsBoard: z.boolean(),
      takesGroup: z.boolean(),
      forPublic: z.enum(['always', 'asked', 'never']),
    }),
  ),
  groups: z.array(z.object({ number: z.number().int(), name: z.string() })),
  boards: z.array(z.object({ id: z.string(), name: z.string() })),
  periods: z.array(periodView),
  snapshots: z.array(snapshotView),
})

/** A paper that was saved: what, for whom, from which snapshot (label) or ISO day, when and by whom, where to, and its SHA-256. */
export const sentDocument = z.object({
  id: z.number().int(),
  at: z.string(),
  actor: z.string(),
  name: z.string(),
  format: paperFormat,
  board: z.string().nullable(),
  group: z.number().int().nullable(),
  public: z.boolean(),
  asAt: z.string(),
  file: z.string(),
  sha256: z.string(),
})
export type SentDocument = z.infer<typeof sentDocument>

/** The overall ratings of a group or a priority in a period, with the scale's steps to choose from. */
export const assessmentView = z.object({
  group: z.number().int().nullable(),
  priority: z.number().int().nullable(),
  name: z.string(),
  delivery: z.string().nullable(),
  impact: z.string().nullable(),
  reason: optionalText,
  commentary: optionalText,
})
export const assessmentList = z.object({
  rows: z.array(assessmentView),
  deliverySteps: z.array(ratingMark),
  impactSteps: z.array(ratingMark),
})

export const recommendationView = z.object({
  id: z.string(),
  text: z.string(),
  period: z.string().nullable(),
})

/** Every call from the window to the core: its name, what it takes, what it answers. */
export const contract = {
  'app.state': call(nothing, appState),
  'programme.openSample': call(nothing, opened),
  'programme.new': call(
    z.object({ name: z.string().trim().min(1), localArea: z.string().trim().min(1), startedOn: day }),
    opened,
  ),
  /** Without a path the person is asked for one. */
  'programme.open': call(z.object({ path: path.nullable() }), opened),
  'programme.close': call(nothing, z.null()),
  'recent.remove': call(z.object({ path }), z.null()),
  ...planInCalls,

  overview: call(nothing, overviewView),
  plan: call(planQuery, planTableView),
  action: call(z.object({ id }), actionDetailView),

  'action.rate': call(
    z.object({ actionId: id, kind: ratingKind, code: z.string(), reason: optionalText }),
    written,
  ),
  'action.addUpdate': call(
    z.object({
      actionId: id,
      at: day,
      source: z.enum(['email', 'phone', 'meeting', 'entered']),
      sourceNote: optionalText,
      by: optionalText,
      progress: optionalText,
      nextSteps: optionalText,
      issues: optionalText,
      evidence: optionalText,
      percentComplete: percent.nullable(),
    }),
    written,
  ),
  'action.editText': call(
    z.object({
      actionId: id,
      field: z.enum(['action', 'intendedImpact', 'measureOfSuccess', 'accountable', 'note']),
      before: optionalText,
      after: optionalText,
    }),
    written,
  ),
  /** The new date in the person's own words ("end of March 2020"); the original is kept. */
  'action.redate': call(
    z.object({ actionId: id, text: z.string().trim().min(1), reason: optionalText }),
    written,
  ),
  'dateChange.approve': call(
    z.object({ dateChangeId: id, approvedBy: z.string().trim().min(1), approvedOn: day }),
    written,
  ),
  'action.saveRecovery': call(
    z.object({
      actionId: id,
      cause: optionalText,
      plan: optionalText,
      who: optionalText,
      due: optionalText,
      effect: optionalText,
      ask: optionalText,
    }),
    written,
  ),
  'milestone.setDone': call(z.object({ milestoneId: id, doneOn: day.nullable() }), written),
  undo: call(nothing, written),
  redo: call(nothing, written),

  ...importCalls,
  ...issueCalls,
  ...copyCalls,

  'paper.options': call(nothing, paperOptions),
  'paper.preview': call(
    paperChoice,
    z.object({
      base64: z.string(),
      name: z.string(),
      gaps: z.array(paperGap),
      /** What a screening for the public found; none for a paper that is not for the public. */
      findings: z.array(paperFinding),
    }),
  ),
  /**
   * Null where the person cancelled the dialog. A paper for the public with findings is refused with 'private-data' before any
   * dialog, unless they were looked at and accepted.
   */
  'paper.save': call(
    paperChoice.extend({ format: paperFormat, acceptFindings: z.boolean().default(false) }),
    z.object({ out: z.string(), sha256: z.string() }).nullable(),
  ),
  'paper.reveal': call(z.object({ path }), z.null()),
  /** The papers that were saved from this programme, newest first. */
  'document.list': call(nothing, z.array(sentDocument)),
  /** Puts the whole fingerprint of a saved paper on the clipboard. */
  'document.copyPrint': call(z.object({ id: z.number().int() }), z.null()),
  'snapshot.take': call(z.object({ label: z.string().trim().min(1) }), snapshotView),
  /** A reporting period such as '2020-02'. */
  'period.add': call(
    z.object({ label: z.string(), name: z.string().trim().min(1), fromDay: day, toDay: day }),
    periodView,
  ),
  'assessment.list': call(z.object({ period: z.string() }), assessmentList),
  'assessment.save': call(assessmentView.omit({ name: true }).extend({ period: z.string() }), written),
  /** A coming meeting of a board: its day, and the agenda item of the paper where it is known. */
  'meeting.add': call(z.object({ board: id, heldOn: day, agendaItem: optionalText }), written),
  'recommendation.list': call(z.object({ board: id }), z.array(recommendationView)),
  'recommendation.add': call(
    z.object({ board: id, period: z.string().nullable(), text: z.string().trim().min(1) }),
    written,
  ),
  'recommendation.edit': call(z.object({ id, before: z.string(), after: z.string().trim().min(1) }), written),
  'recommendation.retire': call(z.object({ id }), written),

  ...registerCalls,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<C extends CallName> = z.input<Contract[C]['input']>
export type Output<C extends CallName> = z.output<Contract[C]['output']>

/** One handler a call; a missing one does not compile. */
export type Handlers = {
  readonly [C in CallName]: (input: z.output<Contract[C]['input']>) => Output<C> | Promise<Output<C>>
}

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name)
