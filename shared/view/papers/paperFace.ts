import type { PaperFace, PaperKind } from '../../paper/tree.ts'
import { versionOf } from './appendices.ts'
import { madeFrom, type PaperContext } from './paperContext.ts'

/** What every page of a paper says about it; `title` also becomes its first heading. */
export const paperFace = (
  context: PaperContext,
  kind: PaperKind,
  title: string,
  shortTitle: string,
): PaperFace => ({
  kind,
  title,
  shortTitle,
  programme: context.p.programme.name,
  marking: context.p.programme.marking,
  version: versionOf(context),
  author: context.p.programme.name,
  asAt: { day: context.p.today, words: madeFrom(context) },
})
