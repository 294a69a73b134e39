import { type ParagraphChild, TextRun } from 'docx'
import type { Run, Text } from '../../shared/paper/tree.ts'

/** A text as paragraphs of runs: a line feed starts a new paragraph, double spaces and stray ends go. */
export function paragraphsOf(text: Text): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of typeof text === 'string' ? [text] : text) {
    const words = typeof run === 'string' ? run : run.bold
    for (const [i, line] of words.split('\n').entries()) {
      if (i > 0) paragraphs.push([])
      const tidy = line.replaceAll(/[ \t\u00a0]{2,}/g, ' ')
      if (tidy !== '') paragraphs.at(-1)?.push(typeof run === 'string' ? tidy : { bold: tidy })
    }
  }
  const filled = paragraphs.map(trimEnds).filter((p) => p.length > 0)
  return filled.length > 0 ? filled : [[]]
}

/** Runs as Word's own; colour is six hex digits. */
export const runsOf = (runs: readonly Run[], colour?: string): ParagraphChild[] =>
  runs.map((run) => {
    const ink = colour ? { color: colour } : {}
    return typeof run === 'string'
      ? new TextRun({ text: run, ...ink })
      : new TextRun({ text: run.bold, style: 'Strong', ...ink })
  })

function trimEnds(runs: Run[]): Run[] {
  const trimmed = runs.map((run, i) => {
    const start = (t: string): string => (i === 0 ? t.trimStart() : t)
    const end = (t: string): string => (i === runs.length - 1 ? t.trimEnd() : t)
    return typeof run === 'string' ? end(start(run)) : { bold: end(start(run.bold)) }
  })
  return trimmed.filter((run) => (typeof run === 'string' ? run : run.bold) !== '')
}
