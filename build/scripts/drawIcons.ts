import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { paths } from '../vite/paths.ts'

/**
 * Draws the icons of the app and of its files from their SVGs, for the three systems: run after changing one
 * (`node build/scripts/drawIcons.ts`); the outcome is committed.
 */
export function drawIcons(): void {
  const folder = join(paths.root, 'build/resources')
  for (const name of ['app', 'document']) {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
    writeFileSync(join(folder, `${name}.ico`), ico(svg))
    writeFileSync(join(folder, `${name}.icns`), icns(svg))
  }
  const app = readFileSync(join(folder, 'app.svg'), 'utf8')
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png(app, size))
  }
}

const png = (svg: string, size: number): Buffer =>
  Buffer.from(
    new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
      .render()
      .asPng(),
  )

/** Windows: a directory of PNG pictures. */
function ico(svg: string): Buffer {
  const sizes = [16, 24, 32, 48, 64, 128, 256]
  const pictures = sizes.map((size) => png(svg, size))
  const head = Buffer.alloc(6 + 16 * sizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let offset = head.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index
    const side = (sizes[index] ?? 0) % 256 // 256 is written as 0
    head.writeUInt8(side, at)
    head.writeUInt8(side, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(picture.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...pictures])
}

/** macOS: chunks, each a name, its length and a PNG picture. */
function icns(svg: string): Buffer {
  const kinds: readonly (readonly [string, number])[] = [
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
  ]
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  return chunk('icns', Buffer.concat(kinds.map(([name, size]) => chunk(name, png(svg, size)))))
}

if (import.meta.main) drawIcons()
