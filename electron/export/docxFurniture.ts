import { Footer, Header, PageNumber, PageOrientation, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { PaperFace, Section } from '../../shared/paper/tree.ts'
import { measureText } from './measureText.ts'
import { look, textWidth, twips } from './paperLook.ts'

type Orientation = Section['orientation']

/** Paper, margins and direction of a section: A4, 2.2 cm upright, 1.8 cm across. */
export function pageOf(orientation: Orientation) {
  const margin = twips(look.margin[orientation])
  const furniture = twips(look.margin.furniture)
  return {
    page: {
      size: {
        width: twips(look.page.width),
        height: twips(look.page.height),
        orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(look.margin.top),
        bottom: twips(look.margin.bottom),
        left: margin,
        right: margin,
        header: furniture,
        footer: furniture,
      },
    },
  }
}

/** Programme at the left, marking in the centre. */
export const headerOf = (face: PaperFace, orientation: Orientation): Header =>
  new Header({ children: lineOf('Header', orientation, face.programme, face.marking, []) })

/** Title and version at the left, marking in the centre, "Page x of y" at the right. */
export const footerOf = (face: PaperFace, orientation: Orientation): Footer =>
  new Footer({
    children: lineOf('Footer', orientation, `${face.shortTitle}, ${lower(face.version)}`, face.marking, [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ]),
  })

/** One line with three places; two lines where the left text would run into the centre. */
function lineOf(
  style: 'Header' | 'Footer',
  orientation: Orientation,
  left: string,
  centre: string,
  right: readonly TextRun[],
): Paragraph[] {
  const line = textWidth(orientation)
  const room = (line - measureText(centre, look.smallSize, true)) / 2 - 0.3
  const tabStops = [
    { type: TabStopType.CENTER, position: twips(line / 2) },
    { type: TabStopType.RIGHT, position: twips(line) },
  ]
  // the spaces keep the marking a word of its own for readers that take no notice of tabs
  const marking = new TextRun({ text: ` ${centre} `, style: 'Strong' })
  const tab = new TextRun({ children: [new Tab()] })
  const atRight = right.length > 0 ? [tab, ...right] : []
  if (measureText(left, look.smallSize) <= room) {
    return [new Paragraph({ style, tabStops, children: [new TextRun(left), tab, marking, ...atRight] })]
  }
  return [
    new Paragraph({ style, tabStops, children: [tab, marking, ...atRight] }),
    new Paragraph({ style, tabStops, children: [new TextRun(left)] }),
  ]
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1)
