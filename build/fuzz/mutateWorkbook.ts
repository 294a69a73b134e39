import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { seeded, type Random } from '../bench/random.ts'

/** A damaged workbook, and what was done to it. */
export type Mutant = { readonly bytes: Uint8Array; readonly how: string }

/** Damages a workbook as mail, disks and other programs may; the same seed does the same damage. */
export function mutateWorkbook(file: Uint8Array, seed: number): Mutant {
  const random = seeded(seed)
  // the first numbers of neighbouring seeds are alike
  random.next()
  const isPackage = file[0] === 0x50 && file[1] === 0x4b
  const kinds = isPackage ? [flip, cut, lose, edit, edit, edit, swapParts, numbers, empty] : [flip, cut, lose]
  return random.pick(kinds)(file, random)
}

function flip(file: Uint8Array, random: Random): Mutant {
  const bytes = file.slice()
  const flips = 1 + random.below(8)
  for (let i = 0; i < flips; i++) {
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  }
  return { bytes, how: `${flips} bits flipped` }
}

function cut(file: Uint8Array, random: Random): Mutant {
  const at = random.below(file.length)
  return { bytes: file.slice(0, at), how: `cut off at ${at}` }
}

function lose(file: Uint8Array, random: Random): Mutant {
  const from = random.below(file.length)
  const length = 1 + random.below(2000)
  const bytes = new Uint8Array([...file.subarray(0, from), ...file.subarray(from + length)])
  return { bytes, how: `${length} bytes lost at ${from}` }
}

const WORDS = [
  '<', '>', '"', '&', '</row>', '</c>', '</sheetData>', '<c r="A1" t="s"><v>99999</v></c>', '<c r="XFE1048577"><v>1</v></c>', '&amp;', '&x;', '&#0;', '&#x1F600;', ' r="ZZZ9"', ' r="-1"', '<v>-1</v>', '<v>1e999</v>', '<v>NaN</v>',
  '1e308', '', '\u0000', '\uFFFF', 'A0', '<is><t>', '<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="B2:A1"/>', '<row r="1048576">', '<row r="99999999999">', '<!DOCTYPE x [<!ENTITY a "b">]>', '<f>A1</f>', 't="d"', 's="999999"', 't="e"',
  ' number-rows-repeated="2000000000"', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<t xml:space="preserve">', 'x'.repeat(40_000), '<hyperlink ref="A1:XFD1048576" r:id="rId1"/>', '𝔘', '\u202E',
] // prettier-ignore

function edit(file: Uint8Array, random: Random): Mutant {
  const parts = unzipSync(file)
  const name = xmlPart(parts, random)
  let xml = strFromU8(parts[name] ?? new Uint8Array())
  const edits = 1 + random.below(3)
  for (let i = 0; i < edits; i++) {
    const at = random.below(xml.length + 1)
    xml = xml.slice(0, at) + random.pick(WORDS) + xml.slice(at + random.below(30))
  }
  return { bytes: zipped({ ...parts, [name]: strToU8(xml) }), how: `${edits} edits in ${name}` }
}

/** Every number in a part may become another: indexes, styles, rows, dates. */
function numbers(file: Uint8Array, random: Random): Mutant {
  const parts = unzipSync(file)
  const name = xmlPart(parts, random)
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  const others = ['0', '-1', '1', '7', '255', '65536', '99999999', '1e12', '0.5', '']
  const changed = xml.replaceAll(/(?<=[">])\d+(?=["<])/g, (n) =>
    random.below(12) === 0 ? random.pick(others) : n,
  )
  return { bytes: zipped({ ...parts, [name]: strToU8(changed) }), how: `numbers changed in ${name}` }
}

function swapParts(file: Uint8Array, random: Random): Mutant {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
  const [a, b] = [random.pick(names), random.pick(names)]
  const swapped = { ...parts, [a]: parts[b] ?? new Uint8Array(), [b]: parts[a] ?? new Uint8Array() }
  return { bytes: zipped(swapped), how: `${a} and ${b} swapped` }
}

function empty(file: Uint8Array, random: Random): Mutant {
  const parts = unzipSync(file)
  const name = random.pick(Object.keys(parts))
  if (random.below(2) === 0)
    return { bytes: zipped({ ...parts, [name]: new Uint8Array() }), how: `${name} emptied` }
  const { [name]: _, ...rest } = parts
  return { bytes: zipped(rest), how: `${name} left out` }
}

function xmlPart(parts: Readonly<Record<string, Uint8Array>>, random: Random): string {
  return random.pick(Object.keys(parts).filter((n) => /\.(xml|rels)$/.test(n)))
}

const zipped = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 0 })
