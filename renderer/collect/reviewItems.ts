import { type ReviewRow, type Section, sections } from './reviewRows.ts'

/** One entry of the list on screen: the heading of a section, or a row. */
export type ReviewItem =
  | { readonly kind: 'heading'; readonly section: Section; readonly count: number; readonly open: boolean }
  | { readonly kind: 'row'; readonly row: ReviewRow }

export type Shown = {
  readonly rows: readonly ReviewRow[]
  /** The file whose rows are shown; null for all. */
  readonly file: string | null
  readonly opened: ReadonlySet<Section>
}

/** The list of a review, section by section; the rows of a folded section are left out, empty sections too. */
export function reviewItems({ rows, file, opened }: Shown): readonly ReviewItem[] {
  const bySection = new Map<Section, ReviewRow[]>(sections.map((s) => [s, []]))
  for (const r of rows) if (file === null || r.file === file) bySection.get(r.section)?.push(r)
  return sections.flatMap((section): readonly ReviewItem[] => {
    const inSection = bySection.get(section) ?? []
    if (inSection.length === 0) return []
    const open = opened.has(section)
    const heading: ReviewItem = { kind: 'heading', section, count: inSection.length, open }
    return open ? [heading, ...inSection.map((row): ReviewItem => ({ kind: 'row', row }))] : [heading]
  })
}

export const itemKey = (item: ReviewItem): string => (item.kind === 'heading' ? item.section : item.row.key)

/** The rows that are on screen, in the order in which their cards stand there. */
export const shownRows = (shown: Shown): readonly ReviewRow[] =>
  reviewItems(shown).flatMap((i) => (i.kind === 'row' ? [i.row] : []))
