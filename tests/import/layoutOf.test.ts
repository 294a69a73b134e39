import { describe, expect, it } from 'vitest'
import { isSameLayout, layoutOf } from '../../shared/import/layoutOf.ts'
import type { ParsedWorkbook } from '../../shared/workbook/draft.ts'

const book = (name: string, headers: readonly string[], read = true): ParsedWorkbook => ({
  sheets: [
    {
      name,
      headerRow: 1,
      read,
      columns: headers.map((header, i) => ({ column: String(i), header, field: null, how: 'none' })),
    },
  ],
  drafts: [],
  problems: [],
})

describe('layoutOf', () => {
  it('is the same for the same tracker of another month', () => {
    expect(layoutOf(book('WG1 Feb 2020', ['Ref', 'Action', 'RAG Feb 20', 'Update (February)']))).toBe(
      layoutOf(book('WG1 March 2020', ['Ref.', 'Action', 'RAG Mar 20', 'Update (March)'])),
    )
  })

  it('tells trackers with other headings or tabs apart, but not for one column more', () => {
    const a = layoutOf(book('WG1', ['Ref', 'Action', 'Lead', 'RAG', 'Update']))
    expect(isSameLayout(a, layoutOf(book('WG1', ['Ref', 'Action', 'Lead', 'RAG', 'Update', 'Notes'])))).toBe(
      true,
    )
    expect(isSameLayout(a, layoutOf(book('WG1', ['No', 'Task', 'Who', 'RAG', 'Update'])))).toBe(false)
    expect(isSameLayout(a, layoutOf(book('Transition', ['Ref', 'Action', 'Lead', 'RAG', 'Update'])))).toBe(
      false,
    )
    expect(isSameLayout(a, layoutOf(book('WG1', ['Ref'], false)))).toBe(false)
  })
})
