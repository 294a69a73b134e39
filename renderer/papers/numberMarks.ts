import { changeMarks, marks, pageOfMarks } from './marks.ts'

/** Writes "x of y" into the pages, and into the contents the pages that things are on, once these are known. */
export function numberPages(pages: readonly HTMLElement[]): void {
  const pageOf = new Map<string, number>()
  for (const [n, page] of pages.entries())
    for (const bookmark of page.querySelectorAll('article span[id]')) pageOf.set(bookmark.id, n + 1)
  for (const [n, page] of pages.entries())
    changeMarks([page], (text) =>
      text
        .replaceAll(marks.page, String(n + 1))
        .replaceAll(marks.pages, String(pages.length))
        .replace(pageOfMarks, (_, bookmark: string) => String(pageOf.get(bookmark) ?? '')),
    )
}
