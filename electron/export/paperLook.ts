/** How papers look: one family, one dark colour, thin rules. Lengths in centimetres, type in points. */
export const look = {
  font: 'Arial',
  bodySize: 12,
  tableSize: 10,
  denseSize: 9.5,
  smallSize: 9,
  heading: '1B365D',
  ink: '1F2328',
  headFill: 'E9EDF2',
  rule: 'B5BCC6',
  strongRule: '6B7683',
  calloutFill: 'F3F5F8',
  page: { width: 21, height: 29.7 },
  margin: { portrait: 2.2, landscape: 1.8 },
} as const

/** Width of the text between the margins, in centimetres. */
export const textWidth = (orientation: 'portrait' | 'landscape'): number =>
  orientation === 'portrait'
    ? look.page.width - 2 * look.margin.portrait
    : look.page.height - 2 * look.margin.landscape

/** Centimetres as twentieths of a point. */
export const twips = (cm: number): number => Math.round((cm / 2.54) * 1440)

/** About how wide a text is when set in the papers' family, in centimetres; size in points. */
export function roughWidth(text: string, size: number): number {
  let ems = 0
  for (const c of text) ems += /[ijlt.,:;'|!()[\]\-f ]/.test(c) ? 0.29 : /[A-Zmw%@&]/.test(c) ? 0.72 : 0.54
  return (ems * size * 2.54) / 72
}
