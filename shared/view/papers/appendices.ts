import type { Row } from '../../model/entities.ts'
import { type Block, heading, paragraph, type Section, table, type Table } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { abbreviationsUsed, expandAbbreviations } from './abbreviations.ts'
import { madeFrom, type PaperContext } from './paperContext.ts'
import { capital, list } from './words.ts'

/**
 * What every paper ends with: abbreviations written out at first use, the glossary of those used, the version table.
 * `letter` names the first of the two appendices ("C"); without it they are plain headings.
 */
export function finish(
  context: PaperContext,
  sections: readonly Section[],
  letter: string | null,
): Section[] {
  const expanded = expandAbbreviations(context.p, sections)
  const used = abbreviationsUsed(context.p, sections)
  const name = (step: number, text: string): string =>
    letter === null
      ? text
      : `Appendix ${String.fromCharCode(letter.charCodeAt(0) + step)}: ${lowerFirst(text)}`
  const blocks: Block[] = [
    heading(2, name(0, 'Abbreviations used')),
    ...glossaryBlocks(used),
    heading(2, name(1, 'Version of this paper')),
    ...versionBlocks(context),
  ]
  const last = expanded.at(-1)
  return last?.orientation === 'portrait'
    ? [...expanded.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks] }]
    : [...expanded, { orientation: 'portrait', blocks }]
}

/**
 * The short ending of papers of a page or two and of those for families: abbreviations written out at first use, and one
 * paragraph that explains those used and says what the paper was made from.
 */
export function finishBriefly(context: PaperContext, sections: readonly Section[]): Section[] {
  const expanded = expandAbbreviations(context.p, sections)
  const used = abbreviationsUsed(context.p, sections).filter((e) => e.inFull !== null)
  const words = used.map((e) => `${e.abbreviation}: ${capital(e.inFull ?? '')}`)
  const explained: Block[] = words.length > 0 ? [paragraph(`Abbreviations. ${words.join('; ')}.`)] : []
  const last = expanded.at(-1)
  if (!last) return expanded
  const blocks = [...last.blocks, ...explained, paragraph(`Made from: ${lowerFirst(madeFrom(context))}.`)]
  return [...expanded.slice(0, -1), { ...last, blocks }]
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)

function glossaryBlocks(used: readonly Row<'glossaryEntry'>[]): Block[] {
  const known = used.filter((e) => e.inFull !== null)
  const unknown = used.filter((e) => e.inFull === null).map((e) => e.abbreviation)
  const gap =
    unknown.length > 0
      ? [paragraph(`Used here, and not yet explained in the programme’s glossary: ${list(unknown)}.`)]
      : []
  if (known.length === 0)
    return [paragraph('This paper uses no abbreviation that the glossary explains.'), ...gap]
  return [
    paragraph('The abbreviations that this paper uses, from the programme’s glossary.'),
    table(glossaryTable(known)),
    ...gap,
  ]
}

/** What an abbreviation stands for, and under it what that is, where the glossary says so. */
export const glossaryTable = (entries: readonly Row<'glossaryEntry'>[]): Table => ({
  caption: 'Abbreviations',
  rowHeads: true,
  columns: [
    { head: 'Abbreviation', kind: 'ref', width: { cm: 3 } },
    { head: 'In full, and what it is', kind: 'text', width: { share: 1 } },
  ],
  rows: entries.map((e) => {
    const inFull = capital(e.inFull ?? 'Not explained yet')
    return [e.abbreviation, e.definition ? `${inFull}\n${e.definition}` : inFull]
  }),
})

function versionBlocks(context: PaperContext): Block[] {
  const { p, options } = context
  const compared = options.previous
    ? `Compared with the programme as at ${sayDay(options.previous.today)}`
    : 'Not compared with an earlier paper'
  return [
    paragraph('What this paper was made from, so that it can be made again.'),
    table({
      caption: 'Version',
      columns: [
        { head: 'Version', kind: 'text', width: { cm: 2.6 } },
        { head: 'Date', kind: 'date', width: { cm: 3.4 } },
        { head: 'Made from', kind: 'text', width: { share: 3 } },
        { head: 'Comparison', kind: 'text', width: { share: 3 } },
      ],
      rows: [[versionOf(context), sayDay(p.today), madeFrom(context), compared]],
    }),
  ]
}

/** A paper is a draft until somebody gives it a version. */
export const versionOf = ({ options }: PaperContext): string => options.version ?? 'Draft'
