import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepMapping, loadMappings } from '../../electron/db/mappingsTable.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { aFolder, anOpenSample } from '../support/aProgramme.ts'

const options = { sender: null, period: null, today: '2020-02-14' }
const mapping = {
  name: 'Health trackers',
  sender: 'Lead A',
  sheets: [
    {
      sheet: 'Tracker Jan 2020',
      headings: ['Number', 'Thing', 'Where we are', 'RAG Jan 2020'],
      columns: [
        { column: 'A', header: 'Number', field: 'ref' as const },
        { column: 'C', header: 'Where we are', field: 'evidence' as const },
      ],
    },
  ],
  by: 'Programme office',
  at: '2020-01-14T09:00:00',
}

function aTracker(heading: string): string {
  const path = join(aFolder(), 'Tracker Feb 2020.csv')
  writeFileSync(path, `${heading}\n1.1.2,,Well begun,Green`)
  return path
}

test('a mapping is used by its name, and one that is not there is refused with those that are', async () => {
  const { db } = anOpenSample()
  const path = aTracker('Number,Thing,Where we are,RAG Feb 2020')
  await expect(previewImport(db, [path], { ...options, mapping: 'Mine' })).rejects.toThrow(
    'There is no mapping “Mine”. None is kept yet',
  )
  keepMapping(db, mapping)
  await expect(previewImport(db, [path], { ...options, mapping: 'Mine' })).rejects.toThrow(
    'There is no mapping “Mine”. There is “Health trackers”.',
  )
  const named = await previewImport(db, [path], { ...options, sender: 'Lead B', mapping: 'Health trackers' })
  expect(named.document.files).toMatchObject([
    {
      mapping: 'Health trackers',
      rows: [
        {
          ref: '1.1.2',
          changes: [{ field: 'deliveryRating' }, { field: 'evidence', returned: 'Well begun' }],
        },
      ],
    },
  ])
})

test('a mapping is used by itself for its sender and layout, not for another’s', async () => {
  const { db } = anOpenSample()
  keepMapping(db, mapping)
  const path = aTracker('Number,Thing,Where we are,RAG Feb 2020')
  const used = async (more: { sender: string | null }, at = path) =>
    (await previewImport(db, [at], { ...options, ...more })).document.files
  expect(await used({ sender: 'lead a' })).toMatchObject([{ mapping: 'Health trackers' }])
  expect(await used({ sender: null })).toMatchObject([{ mapping: 'Health trackers' }])
  expect(await used({ sender: 'Lead B' })).toMatchObject([{ mapping: null }])
  const other = aTracker('Ref,Action,Progress,RAG')
  expect(await used({ sender: 'Lead A' }, other)).toMatchObject([{ mapping: null }])
})

test('a mapping that was named and does not fit refuses that workbook with a sentence', async () => {
  const { db } = anOpenSample()
  keepMapping(db, mapping)
  const path = aTracker('Ref,Action,Progress,RAG')
  const refused = await previewImport(db, [path], { ...options, mapping: 'Health trackers' })
  expect(refused.document.files).toMatchObject([
    { error: { message: expect.stringContaining('does not fit this workbook: its headings are not there') } },
  ])
})

test('a name stays its sender’s', () => {
  const { db } = anOpenSample()
  keepMapping(db, mapping)
  keepMapping(db, { ...mapping, at: '2020-02-14T09:00:00', sheets: [] })
  expect(loadMappings(db)).toMatchObject([{ name: 'Health trackers', sheets: [] }])
  keepMapping(db, { ...mapping, sender: 'Lead B', at: '2020-02-15T09:00:00' })
  expect(loadMappings(db).map((m) => m.name)).toEqual(['Health trackers (2)', 'Health trackers'])
})
