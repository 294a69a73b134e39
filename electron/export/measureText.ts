/**
 * Advance widths of Arial (and of Arimo, which is as wide) in 2048ths of the type size: width, then the characters that
 * have it. What is not here is as wide as a digit.
 */
const regular: Readonly<Record<number, string>> = {
  391: "'",
  455: 'ijl‘’',
  532: '|',
  569: ' !,./:;I[\\]ft\u00a0',
  682: '()-`r“”',
  684: '{}',
  717: '•',
  727: '"',
  797: '*',
  961: '^',
  1024: 'Jcksvxyz',
  1139: '#$0123456789?L_abdeghnopqu',
  1196: '+<=>~',
  1237: '●',
  1251: 'FTZ',
  1366: '&ABEKPSVXY',
  1479: 'CDHNRUw',
  1593: 'GOQ',
  1706: 'Mm',
  1821: '%',
  1933: 'W',
  2027: '▲▼',
  2048: '—…',
  2079: '@',
}
const bold: Readonly<Record<number, string>> = {
  487: "'",
  569: ' ,./I\\ijl\u00a0‘’',
  573: '|',
  682: '!()-:;[]`ft',
  717: '•',
  797: '*r{}',
  971: '"',
  1024: 'z“”',
  1139: '#$0123456789J_aceksvxy',
  1196: '+<=>^~',
  1237: '●',
  1251: '?FLTZbdghnopqu',
  1366: 'EPSVXY',
  1479: '&ABCDHKNRU',
  1593: 'GOQw',
  1706: 'M',
  1821: '%m',
  1933: 'W',
  1997: '@',
  2027: '▲▼',
  2048: '—…',
}
const digit = 1139

const tableOf = (widths: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(widths).flatMap(([width, characters]) => [...characters].map((c) => [c, Number(width)])),
  )
const faces = { regular: tableOf(regular), bold: tableOf(bold) }

/** How wide a text is when set in the papers' family: centimetres, from its size in points. */
export function measureText(text: string, size: number, isBold = false): number {
  const face = isBold ? faces.bold : faces.regular
  let units = 0
  for (const c of text) units += face.get(c) ?? digit
  return (units / 2048) * size * (2.54 / 72)
}

/** How many lines a text takes in a room so many centimetres wide; a line feed starts a new one. */
export const countLines = (text: string, room: number, size: number, isBold = false): number =>
  text.split('\n').reduce((sum, line) => sum + wrappedLines(line, room, size, isBold), 0)

/** Lines break after spaces and hyphens; a word wider than the room breaks inside. */
function wrappedLines(line: string, room: number, size: number, isBold: boolean): number {
  let lines = 1
  let used = 0
  for (const word of line.match(/[^ -]*-+|[^ -]+| +/g) ?? []) {
    const width = measureText(word, size, isBold)
    if (used > 0 && used + width > room && word.trim() !== '') {
      lines += 1
      used = 0
    }
    used += width
    while (used > room && word.trim() !== '') {
      lines += 1
      used -= room
    }
  }
  return lines
}
