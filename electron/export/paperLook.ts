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
  margin: { portrait: 2.2, landscape: 1.8, top: 2.3, bottom: 2.1, furniture: 1.1 },
  /** Set in of numbered headings and paragraphs, and of lists in plain and in numbered papers. */
  indent: { number: 1.1, bullet: 0.6, letter: 0.9, setInBullet: 1.7, setInLetter: 2, cellLetter: 0.45 },
  cell: { top: 0.1, bottom: 0.08, left: 0.18, right: 0.24 },
} as const

/** Width of the text between the margins, in centimetres. */
export const textWidth = (orientation: 'portrait' | 'landscape'): number =>
  orientation === 'portrait'
    ? look.page.width - 2 * look.margin.portrait
    : look.page.height - 2 * look.margin.landscape

/** Centimetres as twentieths of a point. */
export const twips = (cm: number): number => Math.round((cm / 2.54) * 1440)

/** Height between the margins, in centimetres. */
export const textHeight = (orientation: 'portrait' | 'landscape'): number =>
  (orientation === 'portrait' ? look.page.height : look.page.width) - look.margin.top - look.margin.bottom
