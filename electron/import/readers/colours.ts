import type { Attributes } from './walkXml.ts'

/** Colours of the theme in the order in which `theme="n"` counts them. */
export type Theme = readonly string[]

/** Office's own theme, for workbooks that carry none. */
export const officeTheme: Theme = [
  'FFFFFF', '000000', 'EEECE1', '1F497D', '4F81BD', 'C0504D', '9BBB59', '8064A2', '4BACC6', 'F79646', '0000FF', '800080',
] // prettier-ignore

/** Excel's 56 indexed colours, 8 to 63; 0 to 7 repeat 8 to 15. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  )

/**
 * The colour of an `rgb`, `indexed` or `theme` (with `tint`) attribute as six hex digits; null where it is none
 * ("automatic", or an index that means the window's own colour).
 */
export function resolveColour(
  attributes: Attributes,
  theme: Theme,
  palette: readonly string[],
): string | null {
  const base = baseColour(attributes, theme, palette)
  const tint = Number(attributes['tint'] ?? 0)
  return base === null || !tint ? base : tinted(base, tint)
}

function baseColour(attributes: Attributes, theme: Theme, palette: readonly string[]): string | null {
  const { rgb, indexed } = attributes
  if (rgb !== undefined) return /^[0-9a-f]{6,8}$/i.test(rgb) ? rgb.slice(-6).toUpperCase() : null
  if (attributes['theme'] !== undefined) return theme[Number(attributes['theme'])] ?? null
  if (indexed === undefined) return null
  const index = Number(indexed)
  return palette[index] ?? PALETTE[index < 8 ? index : index - 8] ?? null
}

/** Lightens (tint above 0) or darkens a colour as Excel does: by the lightness of its hue. */
function tinted(colour: string, tint: number): string {
  const { hue, saturation, lightness } = toHsl(colour)
  const to = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
  return fromHsl(hue, saturation, Math.min(1, Math.max(0, to)))
}

function toHsl(colour: string): { hue: number; saturation: number; lightness: number } {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255) as [
    number,
    number,
    number,
  ]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const spread = max - min
  const lightness = (max + min) / 2
  if (spread === 0) return { hue: 0, saturation: 0, lightness }
  const saturation = spread / (1 - Math.abs(2 * lightness - 1))
  const sector =
    max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: sector * 60, saturation, lightness }
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return (channel(0) + channel(8) + channel(4)).toUpperCase()
}
