/**
 * Letters of Unicode's private use that stand in a drawing for what is known only later: a field's number, the
 * place of a tab. `marked` tells whether a text holds any.
 */
export const marks = {
  page: '\uE000',
  pages: '\uE001',
  tab: '\uE004',
  /** The page that a bookmark is on. */
  pageOf: (bookmark: string): string => `\uE005${bookmark}\uE006`,
} as const

export const pageOfMarks = /\uE005([^\uE006]*)\uE006/gu
const anyMark = /[\uE000-\uE006]/u

/** Changes the texts that hold a mark, in the nodes given and below. */
export function changeMarks(roots: readonly Node[], change: (text: string) => string): void {
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (
      let node: Node | null = root.nodeType === 3 ? root : walker.nextNode();
      node;
      node = walker.nextNode()
    ) {
      const before = node.nodeValue ?? ''
      if (!anyMark.test(before)) continue
      const after = change(before)
      if (after !== before) node.nodeValue = after
    }
  }
}
