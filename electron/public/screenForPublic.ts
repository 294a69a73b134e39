import { type Finding, screenPaper } from '../../shared/public/screenPaper.ts'
import { buildPaper } from '../../shared/view/papers/index.ts'
import type { PaperRequest } from '../export/drawPaper.ts'
import { nameFinder } from './findNames.ts'

/** What a paper for the public would give away; nothing is written. A contact was written to be published as it is. */
export function screenForPublic(request: PaperRequest): readonly Finding[] {
  const { programme, kind } = request
  const published = new Set(
    programme.tables.paperText.filter((t) => t.part === 'contact').flatMap((t) => t.text.split('\n')),
  )
  return screenPaper(buildPaper(kind, programme, request), {
    today: programme.today,
    findNames: nameFinder(programme),
    isPublished: (text) => published.has(text) || published.has(text.replace(/\.$/u, '')),
  })
}
