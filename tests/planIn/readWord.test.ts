import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { openPackage } from '../../electron/import/readers/openPackage.ts'
import { readWord } from '../../electron/plan-in/readWord.ts'

const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

const level = (n: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${NAMES}><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'decimal', '%1.%2.%3')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'lowerLetter', '%1)')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
const styles = `<w:styles ${NAMES}><w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Our chapter"/><w:basedOn w:val="H2"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const inList = (list: number, at = 0): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

const read = (body: string) =>
  readWord(
    openPackage(
      zipSync({
        '_rels/.rels': strToU8(
          `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${TYPE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${TYPE}/numbering" Target="numbering.xml"/></Relationships>`,
        ),
        'word/document.xml': strToU8(`<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
        'word/styles.xml': strToU8(styles),
        'word/numbering.xml': strToU8(numbering),
      }),
    ),
  )

const cellsOf = async (table: string) => {
  const [block] = (await read(`<w:tbl>${table}</w:tbl>`)).blocks
  return block?.kind === 'table' ? block.table.rows : []
}

it('prints the numbers that Word keeps as formats, also in tables, and begins lists anew', async () => {
  const row = (at: number, list: string): string => `<w:tr>${cell(p('', inList(5, at)))}${cell(list)}</w:tr>`
  const rows = await cellsOf(
    row(1, p('Objective')) +
      row(2, p('one', inList(6)) + p('two', inList(6))) +
      row(2, p('one', inList(7))) +
      row(1, p('Next')) +
      row(2, p('last')),
  )
  expect(rows.map((r) => r.map((c) => c.text))).toEqual([
    ['1.1', 'Objective'],
    ['1.1.1', 'a) one\nb) two'],
    ['1.1.2', 'a) one'],
    ['1.2', 'Next'],
    ['1.2.1', 'last'],
  ])
})

it('takes a style based on a heading for one, with its number, and leaves the contents page out', async () => {
  const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
  const { blocks } = await read(p('Priority 1 ... 4', style('TOC1')) + p('Trust', style('Chapter')))
  expect(blocks).toEqual([{ kind: 'heading', level: 2, text: '1. Trust' }])
})

it('keeps merged cells, colours, cells left out at the beginning, and what changes say by now', async () => {
  const vertical = (more = ''): string => `<w:vMerge${more}/>`
  const rows = await cellsOf(
    `<w:tr>${cell(p('over two'), vertical(' w:val="restart"'))}${cell(p(''), '<w:shd w:val="clear" w:fill="ffc000"/>')}${cell(
      `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>`,
    )}</w:tr>` +
      `<w:tr>${cell(p(''), vertical())}${cell(p('both'), '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell(p('third'))}</w:tr>`,
  )
  expect(rows.map((r) => r.map((c) => [c.text, c.columns, c.rows, c.fill]))).toEqual([
    [
      ['over two', 1, 2, null],
      ['', 1, 1, 'FFC000'],
      ['new', 1, 1, null],
    ],
    [['both', 2, 1, null]],
    [
      ['', 2, 1, null],
      ['third', 1, 1, null],
    ],
  ])
})

it('does not take words that are struck through', async () => {
  const struck = `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>March</w:t></w:r><w:r><w:t xml:space="preserve"> May 2025</w:t></w:r></w:p>`
  const [row] = await cellsOf(`<w:tr>${cell(struck)}${cell(p('x'))}</w:tr>`)
  expect(row?.[0]).toMatchObject({ text: 'May 2025', struck: 'March' })
})
