import { unzipSync, zipSync } from 'fflate'

/** Every part of a package carries this moment: the same paper is the same bytes whenever it is drawn. */
const fixedMoment = new Date(1980, 0, 1, 0, 0, 0)

/**
 * Packs an Office file anew so that nothing in it depends on when it was made.
 * Takes its bytes, the ISO day it speaks for (its created and modified dates), and changes to single parts.
 */
export function steadyZip(
  bytes: Uint8Array,
  day: string,
  change: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    parts[name] = name === 'docProps/core.xml' ? datedCore(data, day) : changedPart(name, data, change)
  }
  return zipSync(parts, { mtime: fixedMoment, level: 6 })
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

function datedCore(data: Uint8Array, day: string): Uint8Array {
  const at = `${day}T09:00:00Z`
  const xml = decoder
    .decode(data)
    .replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
      (_, open: string, close: string) => `${open}${at}${close}`,
    )
  return encoder.encode(xml)
}

function changedPart(
  name: string,
  data: Uint8Array,
  change: (name: string, xml: string) => string,
): Uint8Array {
  if (!name.endsWith('.xml')) return data
  const before = decoder.decode(data)
  const after = change(name, before)
  return after === before ? data : encoder.encode(after)
}
