import type { z } from 'zod'
import { printDay } from '../dates/printDay.ts'
import { Failure } from '../errors.ts'
import type { contract } from '../ipc/contract.ts'
import { stepOf, type Programme } from '../view/programme.ts'
import { added, blankToNull, editsOf, type Edit, type Editing } from './editAction.ts'

type Asked<C extends keyof typeof contract> = z.output<(typeof contract)[C]['input']>

/** Adds a reporting period. Fails with 'already-there', or 'invalid-input' where its days are the wrong way round. */
export function addPeriod(e: Editing, asked: Asked<'period.add'>): Edit {
  const label = asked.label.trim()
  if (!/^\d{4}-\d{2}([a-z0-9 -]{0,20})$/i.test(label))
    throw new Failure({
      code: 'invalid-input',
      where: 'label',
      message: `“${label}” is not the short name of a period. Write it as year and month, such as “2020-02”.`,
    })
  if (asked.fromDay > asked.toDay)
    throw new Failure({ code: 'invalid-input', where: 'toDay', message: 'A period ends after it begins.' })
  if (e.programme.tables.period.some((p) => p.label === label))
    throw new Failure({ code: 'already-there', what: `the period “${label}”` })
  const row = { id: e.newId('period'), retiredAt: null, ...asked, label }
  return { label: `period ${asked.name}`, changes: [added('period', row)] }
}

/** Saves the overall ratings of a group or a priority in a period, with reason and commentary. */
export function saveAssessment(e: Editing, asked: Asked<'assessment.save'>): Edit {
  const { tables } = e.programme
  const period = tables.period.find((p) => p.label === asked.period)
  if (!period) throw new Failure({ code: 'not-found', what: `the period “${asked.period}”` })
  const of = subjectOf(e.programme, asked.group, asked.priority)
  for (const kind of ['delivery', 'impact'] as const)
    if (asked[kind] !== null && !stepOf(e.programme, kind, asked[kind]))
      throw new Failure({ code: 'not-found', what: `the ${kind} rating “${asked[kind]}”` })
  const values = {
    delivery: asked.delivery,
    impact: asked.impact,
    reason: blankToNull(asked.reason),
    commentary: blankToNull(asked.commentary),
  }
  const old = tables.assessment.find(
    (a) => a.periodId === period.id && a.groupId === of.groupId && a.priorityId === of.priorityId,
  )
  const label = `overall rating of ${of.name}, ${period.name}`
  if (old) return { label, changes: editsOf('assessment', old, values) }
  const { groupId, priorityId } = of
  const row = {
    id: e.newId('assessment'),
    retiredAt: null,
    periodId: period.id,
    groupId,
    priorityId,
    ...values,
  }
  return { label, changes: [added('assessment', row)] }
}

function subjectOf(p: Programme, group: number | null, priority: number | null) {
  const g = p.groups.find((x) => x.group.number === group)?.group
  if (g) return { groupId: g.id, priorityId: null, name: `working group ${g.number}` }
  const found = p.tables.priority.find((x) => x.number === priority)
  if (found) return { groupId: null, priorityId: found.id, name: `priority ${found.number}` }
  throw new Failure({ code: 'not-found', what: 'the group or priority' })
}

/** Records a coming meeting of a board. Fails with 'invalid-input' for a day gone by, 'already-there' for one recorded. */
export function addMeeting(e: Editing, asked: Asked<'meeting.add'>): Edit {
  const { tables, today } = e.programme
  const board = tables.board.find((b) => b.id === asked.board)
  if (!board) throw new Failure({ code: 'not-found', what: 'the board' })
  if (asked.heldOn < today)
    throw new Failure({
      code: 'invalid-input',
      where: 'heldOn',
      message: 'That day has gone by. Give the day of the coming meeting.',
    })
  if (tables.meeting.some((m) => m.boardId === board.id && m.heldOn === asked.heldOn))
    throw new Failure({
      code: 'already-there',
      what: `a meeting of the ${board.name} on ${printDay(asked.heldOn)}`,
    })
  const row = {
    id: e.newId('meeting'),
    retiredAt: null,
    boardId: board.id,
    heldOn: asked.heldOn,
    agendaItem: blankToNull(asked.agendaItem),
    note: null,
  }
  return {
    label: `meeting of the ${board.name} on ${printDay(asked.heldOn)}`,
    changes: [added('meeting', row)],
  }
}

/** Adds a recommendation to a board. */
export function addRecommendation(e: Editing, asked: Asked<'recommendation.add'>): Edit {
  const { tables } = e.programme
  const board = tables.board.find((b) => b.id === asked.board)
  if (!board) throw new Failure({ code: 'not-found', what: 'the board' })
  const period = tables.period.find((p) => p.label === asked.period)
  if (asked.period !== null && !period)
    throw new Failure({ code: 'not-found', what: `the period “${asked.period}”` })
  const last = Math.max(
    -1,
    ...tables.recommendation.filter((r) => r.boardId === board.id).map((r) => r.position),
  )
  const row = {
    id: e.newId('recommendation'),
    retiredAt: null,
    position: last + 1,
    boardId: board.id,
    periodId: period?.id ?? null,
    text: asked.text,
  }
  return { label: `recommendation to ${board.name}`, changes: [added('recommendation', row)] }
}

export function editRecommendation(_: Editing, asked: Asked<'recommendation.edit'>): Edit {
  const { id, before, after } = asked
  return {
    label: 'recommendation',
    changes: [{ kind: 'edited', entity: 'recommendation', id, field: 'text', before, after }],
  }
}

export function retireRecommendation(_: Editing, asked: Asked<'recommendation.retire'>): Edit {
  return {
    label: 'recommendation removed',
    changes: [{ kind: 'retired', entity: 'recommendation', id: asked.id }],
  }
}
