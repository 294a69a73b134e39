import { Document, type INumberingOptions, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import type { Chart, Paper } from '../../shared/paper/tree.ts'
import { cellNumbering } from './docxTable.ts'
import { bulletNumbering, councilNumbering, docxBlock, letterNumbering, type Setting } from './docxBlocks.ts'
import { pageNumbersOf } from './estimatePages.ts'
import { footerOf, headerOf, pageOf } from './docxFurniture.ts'
import { docxStyles } from './docxStyles.ts'
import { look, twips } from './paperLook.ts'
import { steadyZip } from './steadyZip.ts'

/** Draws a chart of a paper as a picture in PNG. */
export type DrawPicture = (chart: Chart) => Uint8Array

/**
 * Draws a paper as a Word document. The same paper gives the same bytes: no clock, no random ids.
 * Takes how charts become pictures, so that a paper without charts needs no chart library.
 */
export async function drawDocx(paper: Paper, picture: DrawPicture): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(wordDocument(paper, picture))
  return steadyZip(packed, paper.asAt.day, (name, xml) =>
    name === 'word/document.xml' ? steadyBookmarks(xml) : xml,
  )
}

/** A paper as the library's document, before it is packed. */
export function wordDocument(paper: Paper, picture: DrawPicture): Document {
  return new Document({
    title: paper.title,
    subject: paper.programme,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: paper.asAt.words,
    externalStyles: docxStyles(),
    numbering: numbering(),
    // also numbers the captions, which would stand without their number until somebody updates the fields
    pageNumbers: pageNumbersOf(paper),
    sections: sectionsOf(paper, picture),
  })
}

function sectionsOf(paper: Paper, picture: DrawPicture) {
  let count = 0
  const captions = { Table: 0, Figure: 0 }
  const isNumbered = paper.sections.some((s) => s.blocks.some((b) => b.block === 'paragraph' && b.numbered))
  return paper.sections.map((section, i) => {
    const setting: Setting = {
      orientation: section.orientation,
      isNumbered,
      next: () => ++count,
      nextCaption: (label) => ++captions[label],
      picture,
    }
    const title = new Paragraph({ style: 'Heading1', children: [new TextRun(paper.title)] })
    return {
      properties: pageOf(section.orientation),
      headers: { default: headerOf(paper, section.orientation) },
      footers: { default: footerOf(paper, section.orientation) },
      children: [
        ...(i === 0 ? [title] : []),
        ...section.blocks.flatMap((b, n) => docxBlock(b, setting, section.blocks[n + 1])),
      ],
    }
  })
}

const indent = (left: number, hanging: number) => ({
  paragraph: { indent: { left: twips(left), hanging: twips(hanging) } },
})
const bold = { run: { bold: true, color: look.heading } }

const listOf = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  left: number,
  hanging: number,
) => ({ reference, levels: [{ level: 0, format, text, style: indent(left, hanging) }] })

function numbering(): INumberingOptions {
  return {
    config: [
      {
        reference: councilNumbering,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1',
            style: { ...indent(look.indent.number, look.indent.number), ...bold },
          },
          {
            level: 1,
            format: LevelFormat.DECIMAL,
            text: '%1.%2',
            style: indent(look.indent.number, look.indent.number),
          },
        ],
      },
      listOf(bulletNumbering.plain, LevelFormat.BULLET, '•', look.indent.bullet, look.indent.bullet),
      listOf(bulletNumbering.setIn, LevelFormat.BULLET, '•', look.indent.setInBullet, look.indent.bullet),
      listOf(letterNumbering.plain, LevelFormat.LOWER_LETTER, '(%1)', look.indent.letter, look.indent.letter),
      listOf(
        letterNumbering.setIn,
        LevelFormat.LOWER_LETTER,
        '(%1)',
        look.indent.setInLetter,
        look.indent.letter,
      ),
      listOf(cellNumbering, LevelFormat.LOWER_LETTER, '%1)', look.indent.cellLetter, look.indent.cellLetter),
    ],
  }
}

/** The library counts bookmarks over all documents it ever made, in ids and names; here they count from 1 in each. */
function steadyBookmarks(xml: string): string {
  const ids = new Map<string, number>()
  const steady = (id: string): number => {
    const known = ids.get(id) ?? ids.size + 1
    ids.set(id, known)
    return known
  }
  return xml
    .replaceAll(/_Toc(\d+)/g, (_, id: string) => `_Toc${steady(id)}`)
    .replaceAll(
      /(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)(")/g,
      (_, open: string, id: string, close: string) => `${open}${steady(id)}${close}`,
    )
}
