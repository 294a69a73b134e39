import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The words in Electron's binary behind which its fuses lie; all of them on, as Electron comes. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('111111111'),
])

/**
 * A folder that electron-builder takes for an unpacked Electron, because the real one is downloaded from elsewhere:
 * the names of its files, and a binary that holds nothing but fuses.
 */
export function standInElectron(folder: string, version: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuseWire, Buffer.alloc(64)]), {
    mode: 0o755,
  })
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '')
  for (const locale of ['en-GB', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  writeFileSync(join(folder, 'version'), version)
  return folder
}
