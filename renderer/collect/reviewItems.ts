import type { Review } from './collectStore.ts'
import { type ReviewRow, type Section, sections } from './reviewRows.ts'

/** One entry of the list on screen: the heading of a section, or a row. */
export type ReviewItem =
  | { readonly kind: 'heading'; readonly section: Section; readonly count: number; readonly open: boolean }
  | { readonly kind: 'row'; readonly row: ReviewRow }

/** The list of a review, section by section; the rows of a folded section are left out, empty sections too. */
export function reviewItems(review: Pick<Review, 'rows' | 'file' | 'opened'>): readonly ReviewItem[] {
  const rows = review.rows.filter((r) => review.file === null || r.file === review.file)
  return sections.flatMap((section): readonly ReviewItem[] => {
    const inSection = rows.filter((r) => r.section === section)
    if (inSection.length === 0) return []
    const open = review.opened.has(section)
    const heading: ReviewItem = { kind: 'heading', section, count: inSection.length, open }
    return open ? [heading, ...inSection.map((row): ReviewItem => ({ kind: 'row', row }))] : [heading]
  })
}

export const itemKey = (item: ReviewItem): string => (item.kind === 'heading' ? item.section : item.row.key)
