/** How a fill reads as a rating: a step's colour, a tint that may mean nothing, or no rating at all. */
export type FillReading =
  | { readonly kind: 'code'; readonly code: string }
  /** So pale that it may only mark the cells to fill in, or every other row. */
  | { readonly kind: 'pale'; readonly code: string }
  /** A colour that is on no rating scale, such as purple. */
  | { readonly kind: 'other' }
  | { readonly kind: 'none' }

/** Excel's own "Good", "Neutral" and "Bad" are pale and meant. */
const MEANT: Readonly<Record<string, string>> = {
  C6EFCE: 'green', FFEB9C: 'amber', FFC7CE: 'red',
} // prettier-ignore

/**
 * Reads a fill (six hex digits) as a delivery colour by its hue: Excel's standard colours and what lies near them.
 * Yellow counts as amber, as in scales of red, yellow and green.
 */
export function fillRating(fill: string | null): FillReading {
  if (fill === null) return { kind: 'none' }
  const meant = MEANT[fill]
  if (meant !== undefined) return { kind: 'code', code: meant }
  const { hue, chroma, lightness } = measure(fill)
  if (chroma < 0.08) {
    if (lightness > 0.97 || lightness < 0.2) return { kind: 'none' }
    return { kind: lightness > 0.88 ? 'pale' : 'code', code: 'grey' }
  }
  const code = hueCode(hue)
  if (lightness < 0.12) return { kind: 'none' }
  if (code === null) return { kind: 'other' }
  // The dark blues of table headings say nothing; neither do near-white tints by themselves.
  return { kind: lightness > 0.85 || chroma < 0.2 ? 'pale' : 'code', code }
}

function hueCode(hue: number): string | null {
  if (hue < 18 || hue >= 340) return 'red'
  if (hue < 68) return 'amber'
  if (hue < 170) return 'green'
  if (hue < 255) return 'blue'
  return null
}

/** Hue in degrees; chroma and lightness 0 to 1. */
function measure(fill: string): { hue: number; chroma: number; lightness: number } {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(fill.slice(i, i + 2), 16) / 255) as [number, number, number]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const chroma = max - min
  if (chroma === 0) return { hue: 0, chroma, lightness: max }
  const sector =
    max === r ? ((g - b) / chroma + 6) % 6 : max === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4
  return { hue: sector * 60, chroma, lightness: (max + min) / 2 }
}
