import { Failure } from '../../shared/errors.ts'
import { addPeriod } from '../../shared/edit/editPaperSources.ts'
import type { Handlers, PaperChoice, PaperFormat } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import type { AppError } from '../../shared/errors.ts'
import { printDay } from '../../shared/dates/printDay.ts'
import { kindsInOrder, kindWords } from '../../shared/view/papers/kindWords.ts'
import { paperGaps } from '../../shared/view/papers/paperGaps.ts'
import { boardFor, paperKinds } from '../../shared/view/papers/index.ts'
import type { Row } from '../../shared/model/entities.ts'
import { marksOf } from '../../shared/view/ratingMark.ts'
import type { Programme } from '../../shared/view/programme.ts'
import { recordDocument } from '../db/documents.ts'
import { loadSnapshots, takeSnapshot } from '../db/snapshots.ts'
import { drawPaper, type PaperRequest } from '../export/drawPaper.ts'
import { exportPaper, findingsOf } from '../export/exportPaper.ts'
import type { Deps } from './deps.ts'
import { paperSource } from './paperSource.ts'
import { previousPaper } from './previousPaper.ts'
import type { Session } from './session.ts'

type Calls =
  | 'paper.options'
  | 'paper.preview'
  | 'paper.save'
  | 'snapshot.take'
  | 'period.add'
  | 'assessment.list'
  | 'recommendation.list'

/** Papers from now or from a snapshot, and the simple lists that they print. */
export function paperHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  const request = (choice: PaperChoice, format: PaperFormat): PaperRequest => {
    const { db } = session.file()
    const { programme, snapshot } = paperSource(db, choice.asAt, session.programme().today)
    const board = choice.board === null ? null : boardOf(programme, choice.board)
    const wanted: PaperRequest = {
      programme,
      kind: choice.kind,
      format,
      snapshot,
      ...(board ? { board: board.name } : {}),
      ...(choice.group === null ? {} : { group: choice.group }),
      ...(choice.period === null ? {} : { period: choice.period }),
      ...(choice.public ? { audience: 'public' as const } : {}),
    }
    const previous = previousPaper(db, wanted)
    return previous ? { ...wanted, previous } : wanted
  }
  return {
    'paper.options': () => optionsOf(session),
    'paper.preview': async (choice) => {
      const wanted = request(choice, 'docx')
      const bytes = must(await drawPaper(wanted))
      return {
        base64: Buffer.from(bytes).toString('base64'),
        name: nameOf(choice, wanted),
        gaps: [...paperGaps(choice.kind, wanted.programme, wanted)],
        findings: [...(await findingsOf(wanted))],
      }
    },
    'paper.save': async ({ format, acceptFindings, ...choice }) => {
      const wanted = request(choice, format)
      const findings = acceptFindings ? [] : [...(await findingsOf(wanted))]
      if (findings.length > 0) throw new Failure({ code: 'private-data', findings })
      const out = await deps.desk.chooseSavePath(nameOf(choice, wanted), format)
      if (out === null) return null
      const receipt = must(await exportPaper({ ...wanted, out, acceptFindings }))
      const { board = null, group = null } = wanted
      const audience = choice.public ? ('public' as const) : null
      recordDocument(session.file().db, { ...receipt, board, group, audience }, session.writer())
      return { out, sha256: receipt.sha256 }
    },
    'snapshot.take': ({ label }) => takeSnapshot(session.file().db, label, session.writer()),
    'period.add': (asked) => {
      session.write((editing) => addPeriod(editing, asked))
      const row = session.programme().tables.period.find((x) => x.label === asked.label.trim())
      const { id, label, name } = row ?? failed('the period')
      return { id, label, name }
    },
    'assessment.list': ({ period }) => assessments(session.programme(), period),
    'recommendation.list': ({ board }) => recommendations(session.programme(), board),
  }
}

function optionsOf(session: Session): Awaited<ReturnType<Handlers['paper.options']>> {
  const { tables } = session.programme()
  return {
    kinds: kindsInOrder.map((kind) => ({ kind, ...kindWords[kind], formats: [...paperKinds[kind]] })),
    groups: session.programme().groups.map(({ group: { number, name } }) => ({ number, name })),
    boards: boardsOf(session.programme()),
    periods: [...tables.period]
      .sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))
      .map(({ id, label, name }) => ({ id, label, name })),
    snapshots: [...loadSnapshots(session.file().db)],
  }
}

/** In printed order, but the board that papers usually go to comes first. */
function boardsOf(p: Programme): { id: string; name: string }[] {
  const usual = boardFor(p, undefined)?.id
  return [...p.tables.board]
    .sort((a, b) => Number(b.id === usual) - Number(a.id === usual) || a.position - b.position)
    .map(({ id, name }) => ({ id, name }))
}

/** Such as "Board paper, SEND Partnership Improvement Board, 2020-02-14". */
function nameOf(choice: PaperChoice, { programme, board, group, snapshot }: PaperRequest): string {
  const parts = [
    kindWords[choice.kind].name,
    kindWords[choice.kind].needsBoard ? board : null,
    kindWords[choice.kind].takesGroup && group !== undefined ? `working group ${group}` : null,
    choice.public && kindWords[choice.kind].forPublic === 'asked' ? 'for the public' : null,
    snapshot ?? printDay(programme.today),
  ]
  return parts.filter((part) => part !== null && part !== undefined).join(', ')
}

function assessments(p: Programme, label: string): Awaited<ReturnType<Handlers['assessment.list']>> {
  const period = p.tables.period.find((x) => x.label === label) ?? failed(`the period “${label}”`)
  const given = (own: (a: Row<'assessment'>) => boolean) => {
    const found = p.tables.assessment.find((a) => a.periodId === period.id && own(a))
    return {
      delivery: found?.delivery ?? null,
      impact: found?.impact ?? null,
      reason: found?.reason ?? null,
      commentary: found?.commentary ?? null,
    }
  }
  const groups = p.groups.map(({ group: g }) => ({
    group: g.number,
    priority: null,
    name: g.name,
    ...given((a) => a.groupId === g.id),
  }))
  const priorities = p.tables.priority.map((x) => ({
    group: null,
    priority: x.number,
    name: x.text,
    ...given((a) => a.priorityId === x.id),
  }))
  return {
    rows: [...groups, ...priorities],
    deliverySteps: marksOf(p, 'delivery').filter((m) => m.code !== null),
    impactSteps: marksOf(p, 'impact').filter((m) => m.code !== null),
  }
}

const recommendations = (p: Programme, board: string) =>
  p.tables.recommendation
    .filter((r) => r.boardId === board)
    .sort((a, b) => a.position - b.position)
    .map((r) => ({
      id: r.id,
      text: r.text,
      period: p.tables.period.find((x) => x.id === r.periodId)?.label ?? null,
    }))

const boardOf = (p: Programme, id: string): Row<'board'> =>
  p.tables.board.find((b) => b.id === id) ?? failed('the board')

function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Failure(result.error)
  return result.value
}

function failed(what: string): never {
  throw new Failure({ code: 'not-found', what })
}
