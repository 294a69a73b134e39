import type { Row } from '../../model/entities.ts'
import type { PaperContext } from './paperContext.ts'

/** The recommendations of a paper to a board: those of its period, else those of no period. */
export function recommendationsOf({ p, period }: PaperContext, board: Row<'board'>): Row<'recommendation'>[] {
  return p.tables.recommendation
    .filter((r) => r.boardId === board.id && (r.periodId === null || r.periodId === period?.id))
    .sort((a, b) => a.position - b.position)
}

/** For decision, discussion or noting: read from the verbs that the recommendations begin with. */
export function purposeOf(recommendations: readonly Row<'recommendation'>[]): string | null {
  if (recommendations.length === 0) return null
  const verbs = recommendations.map((r) => r.text.trim().split(/\s+/)[0]?.toLocaleLowerCase('en-GB') ?? '')
  const isMild = (v: string): boolean => ['note', 'receive', 'discuss', 'consider', 'comment'].includes(v)
  if (!verbs.every(isMild)) return 'For decision'
  return verbs.some((v) => ['discuss', 'consider', 'comment'].includes(v)) ? 'For discussion' : 'For noting'
}
