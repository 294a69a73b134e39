import type { Row } from '../../model/entities.ts'
import { type Block, heading, type Paper, paragraph, table, type Table } from '../../paper/tree.ts'
import { sayDay } from '../sayDay.ts'
import { finishBriefly } from './appendices.ts'
import type { PaperContext } from './paperContext.ts'
import { paperFace } from './paperFace.ts'
import { paperText, plainParagraphs } from './paperTexts.ts'
import { voiceBlocks } from './voice.ts'
import { count, sentence } from './words.ts'

type Feedback = Row<'feedback'>

/** You said, we did: by theme of a working group, what families said, what changed, and whom we told. */
export function youSaidWeDid(context: PaperContext): Paper {
  const { p } = context
  const involved = paperText(context, 'get-involved')
  const contact = paperText(context, 'contact')
  const blocks: Block[] = [
    ...introduction(context),
    ...p.groups.flatMap((g) =>
      themeBlocks(
        g.group.name,
        p.tables.feedback.filter((f) => f.groupId === g.group.id),
      ),
    ),
    ...themeBlocks(
      'Everything else',
      p.tables.feedback.filter((f) => f.groupId === null),
    ),
    heading(2, 'Where we listened'),
    ...voiceBlocks(context),
    ...(involved ? [heading(2, 'How to get involved'), ...plainParagraphs(involved)] : []),
    ...(contact ? [heading(2, 'Contact'), ...plainParagraphs(contact)] : []),
  ]
  return {
    ...paperFace(
      context,
      'you-said-we-did',
      `${p.programme.localArea}: you said, we did`,
      'You said, we did',
    ),
    sections: finishBriefly(context, [{ orientation: 'portrait', blocks }]),
  }
}

function introduction({ p }: PaperContext): Block[] {
  const { feedback } = p.tables
  if (feedback.length === 0)
    return [paragraph('Nothing that families said has been recorded with what was done about it yet.')]
  const done = feedback.filter((f) => f.weDid !== null).length
  const open = feedback.length - done
  const wait =
    open > 0
      ? ` For ${open === 1 ? 'one thing' : `${open} things`} that you said, we have not changed anything yet; we say so below.`
      : ''
  return [
    paragraph(
      `This is what parents, carers, children and young people told us about support for special educational needs and disabilities, and what we did about it: ${count(feedback.length, 'thing')} you said, ${done} with something that changed.${wait}`,
    ),
  ]
}

function themeBlocks(theme: string, entries: readonly Feedback[]): Block[] {
  if (entries.length === 0) return []
  return [heading(2, theme), table(themeTable(theme, entries))]
}

const themeTable = (theme: string, entries: readonly Feedback[]): Table => ({
  caption: `You said, we did: ${theme}`,
  rowHeads: true,
  columns: [
    { head: 'You said', kind: 'text', width: { share: 3 } },
    { head: 'We did', kind: 'text', width: { share: 3 } },
    { head: 'Whom we told', kind: 'text', width: { share: 1.6 } },
  ],
  rows: entries.map((f) => [
    [sentence(f.youSaid), ...(heard(f) ? [`\n${heard(f)}`] : [])],
    f.weDid ? sentence(f.weDid) : 'We have not changed anything yet.',
    told(f),
  ]),
})

const heard = (f: Feedback): string =>
  [f.whose, f.heardAt, f.heardOn ? sayDay(f.heardOn) : null].filter(Boolean).join(', ')

const told = (f: Feedback): string =>
  f.toldWhom
    ? `${f.toldWhom}${f.toldOn ? `, ${sayDay(f.toldOn)}` : ''}`
    : f.weDid
      ? 'Nobody has been told yet.'
      : 'Nothing to tell yet.'
