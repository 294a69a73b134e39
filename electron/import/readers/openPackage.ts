import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal, damaged, limits } from './refusal.ts'

/** A zip package whose parts are unpacked one at a time, when they are asked for. */
export type Package = {
  /** Names as they stand in the package, without a leading slash. */
  readonly names: readonly string[]
  /** The bytes of a part (names without regard to case), or null where there is none. */
  readonly read: (name: string) => Uint8Array | null
}

type Entry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const ENTRY = 0x02014b50
const END = 0x06054b50
const END64 = 0x06064b50
const END64_LOCATOR = 0x07064b50

/**
 * Opens a zip package (every Office and OpenDocument file is one). Sizes are checked before anything is unpacked
 * and checksums after, so that neither a zip bomb nor a flipped bit gets through. Throws `Refusal`.
 */
export function openPackage(bytes: Uint8Array): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readEntries(bytes, view).map((e) => [partKey(e.name), e]))
  let unpacked = 0
  return {
    names: [...entries.values()].map((e) => e.name),
    read(name) {
      const entry = entries.get(partKey(name))
      if (!entry) return null
      unpacked += entry.size
      if (entry.size > limits.partBytes || unpacked > limits.allPartsBytes) throw tooLarge(entry.name)
      return unpack(bytes, view, entry)
    },
  }
}

const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const tooLarge = (name: string): Refusal =>
  new Refusal(
    'too-large',
    `its part ${name} unpacks to more than 200 MB, which no tracker needs. Delete unused sheets and pictures, save it again, and send that copy.`,
  )

function readEntries(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view)
  if (end === null) throw cutOff()
  const { count, start } = directoryAt(view, end)
  const entries: Entry[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw cutOff()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const flags = view.getUint16(at + 8, true)
    const name = new TextDecoder((flags & 0x800) !== 0 ? 'utf-8' : 'latin1').decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    )
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength)
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      ...sizes,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

const cutOff = (): Refusal =>
  new Refusal(
    'workbook-unreadable',
    'this file breaks off in the middle: only part of it was downloaded or copied. Download it again, or ask for it once more. Nothing was read.',
  )

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 65_535; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function directoryAt(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (start !== 0xffffffff && count !== 0xffff) return { count, start }
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return { count, start }
  const wide = Number(view.getBigUint64(locator + 8, true))
  if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== END64) throw cutOff()
  return {
    count: Number(view.getBigUint64(wide + 32, true)),
    start: Number(view.getBigUint64(wide + 48, true)),
  }
}

/** Sizes and offset of an entry; those that need 64 bits stand in its extra field. */
function wideSizes(
  view: DataView,
  at: number,
  extra: number,
  length: number,
): { size: number; packed: number; offset: number } {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  if (size !== 0xffffffff && packed !== 0xffffffff && offset !== 0xffffffff) return { size, packed, offset }
  for (let field = extra; field + 4 <= extra + length;) {
    const bytes = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      let value = field + 4
      const next = (): number => {
        const n = Number(view.getBigUint64(value, true))
        value += 8
        return n
      }
      if (size === 0xffffffff) size = next()
      if (packed === 0xffffffff) packed = next()
      if (offset === 0xffffffff) offset = next()
    }
    field += 4 + bytes
  }
  return { size, packed, offset }
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.encrypted) throw passwordProtected()
  if (entry.offset + 30 > bytes.length) throw cutOff()
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packed > bytes.length) throw cutOff()
  const packed = bytes.subarray(start, start + entry.packed)
  const plain = entry.method === 0 ? packed : inflate(packed, entry)
  if (plain.length !== entry.size || crc32(plain) !== entry.crc)
    throw damaged(`its part ${entry.name} is not whole`)
  return plain
}

function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw damaged(`its part ${entry.name} is packed in an unknown way`)
  try {
    const size = Math.max(1, entry.size)
    // in one piece where the size can be true (nothing packs tighter): pieces have to be put together again
    const chunkSize = Math.max(16_384, Math.min(size, packed.length * 1032) + 1)
    return inflateRawSync(packed, { maxOutputLength: size, chunkSize })
  } catch {
    throw damaged(`its part ${entry.name} is not whole`)
  }
}

/** A workbook with a password to open it. */
export const passwordProtected = (): Refusal =>
  new Refusal(
    'workbook-unreadable',
    'this workbook is protected with a password. Open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password), save it as .xlsx, and import that copy. Nothing was read.',
  )
