import Database from 'better-sqlite3'
import { tableOf } from '../../electron/db/columns.ts'
import { entityNames } from '../../shared/model/entities.ts'

/** Every row of a programme file by noun and id, as it is stored. */
export type ProgrammeRows = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** Reads what a programme says, without its trail, from the file that the app has open. */
export function programmeRows(path: string): ProgrammeRows {
  const db = new Database(path, { readonly: true })
  try {
    return new Map(
      entityNames.flatMap((entity) =>
        (db.prepare(`SELECT * FROM "${tableOf(entity)}"`).all() as Record<string, unknown>[]).map(
          (row) => [`${entity} ${String(row['id'])}`, row] as const,
        ),
      ),
    )
  } finally {
    db.close()
  }
}

/** Rows that are new, in words without what every row has, and the names of those that differ or are gone. */
export function differenceOf(before: ProgrammeRows, after: ProgrammeRows) {
  const added = [...after].filter(([key]) => !before.has(key)).map(([key, row]) => sayRow(key, row, after))
  const edited = [...after].filter(
    ([key, row]) => before.has(key) && JSON.stringify(before.get(key)) !== JSON.stringify(row),
  )
  return {
    added: added.toSorted(),
    edited: edited.map(([key]) => key).toSorted(),
    gone: [...before.keys()].filter((key) => !after.has(key)),
  }
}

/** What every row has, and what says only where it came from. */
const common: ReadonlySet<string> = new Set([
  'id',
  'action_id',
  'retired_at',
  'position',
  'ref',
  'at',
  'by',
  'period_id',
  'import_id',
  'source',
  'source_note',
])

function sayRow(key: string, row: Readonly<Record<string, unknown>>, all: ProgrammeRows): string {
  const ref = row['ref'] ?? all.get(`action ${String(row['action_id'])}`)?.['ref'] ?? ''
  const own = Object.entries(row).filter(([name, value]) => value !== null && !common.has(name))
  const values = own.map(
    ([name, value]) => `${name}: ${name === 'completion' ? textOf(value) : String(value)}`,
  )
  return [`${key.split(' ')[0]} ${String(ref)}`, ...values].join(' | ')
}

const textOf = (completion: unknown): string => (JSON.parse(String(completion)) as { text: string }).text
