import {
  array,
  assert,
  type Arbitrary,
  constantFrom,
  double,
  integer,
  oneof,
  property,
  record,
} from 'fast-check'
import { expect, it } from 'vitest'
import { columnWidths } from '../../electron/export/columnWidths.ts'
import type { Column, Table } from '../../shared/paper/tree.ts'
import { plain, type Run } from '../../shared/paper/tree.ts'
import { paragraphsOf } from '../../electron/export/docxText.ts'

const tableOf = (columns: Column[], row: string[] = columns.map(() => '')): Table => ({
  caption: '',
  columns,
  rows: [row],
})

it('widths of columns that share fill the line exactly', () => {
  const column = record({
    head: constantFrom('Ref', 'Action', 'Responsible lead', 'Completion date'),
    kind: constantFrom('text', 'ref', 'rating', 'number'),
    width: oneof(
      record({ cm: double({ min: 1, max: 3, noNaN: true }) }),
      record({ share: integer({ min: 1, max: 5 }) }),
    ),
  }) as Arbitrary<Column>
  assert(
    property(array(column, { minLength: 1, maxLength: 6 }), (columns) => {
      const widths = columnWidths(tableOf(columns), 26)
      expect(widths).toHaveLength(columns.length)
      for (const w of widths) expect(w).toBeGreaterThan(0.5)
      if (columns.some((c) => 'share' in c.width))
        expect(widths.reduce((sum, w) => sum + w, 0)).toBeCloseTo(26, 5)
    }),
  )
})

it('a ref never wraps, however narrow its column was meant', () => {
  const ref: Column = { head: 'Ref', kind: 'ref', width: { cm: 0.5 } }
  const rest: Column = { head: 'Action', kind: 'text', width: { share: 1 } }
  const [short] = columnWidths(tableOf([ref, rest], ['1.1', '']), 16)
  const [long] = columnWidths(tableOf([ref, rest], ['10.10.10', '']), 16)
  expect(long).toBeGreaterThan(short! + 0.6)
})

it('text keeps its words: line feeds part paragraphs, double spaces and stray ends go', () => {
  const words = (text: string | Run[]) => paragraphsOf(text).map((p) => plain(p))
  expect(words(' First  line \n\n second ')).toEqual(['First line', 'second'])
  expect(words([{ bold: 'Original: ' }, 'May 2020', { bold: '\nNow: ' }, 'June 2020'])).toEqual([
    'Original: May 2020',
    'Now: June 2020',
  ])
  expect(words('')).toEqual([''])
})
