import {
  type ImportReport,
  fateOf,
  placeOf,
  type Fate,
  type ReportedImport,
  type ReportedRow,
} from './importFates.ts'
import { sayDay } from '../sayDay.ts'
import { count, list } from './words.ts'

/** The report in a few sentences, and what of it still needs a person. */
export function importSummary({ imports, refused }: ImportReport): {
  readonly said: readonly string[]
  readonly toLookAt: readonly string[]
} {
  const rows = imports.flatMap((i) => i.rows)
  const at = (place: ReturnType<typeof placeOf>): readonly ReportedRow[] =>
    rows.filter((r) => placeOf(r) === place)
  const fates = countFates(rows)
  const came = [
    `${count(imports.length, 'file')} ${was(imports.length)} brought in on ${sayDays(imports)} by ${list([...new Set(imports.map((i) => i.actor))])}.`,
    refused.length > 0 ? `${count(refused.length, 'file')} ${was(refused.length)} refused.` : '',
  ]
  const counted = [
    `${count(rows.length, 'row')} ${was(rows.length)} read, and every one stands below with what became of it:`,
    `${list(
      [
        part(at('values').length, 'gave values'),
        part(at('same').length, 'said nothing new'),
        part(at('left').length, `${was(at('left').length)} left out`),
        part(at('aside').length, at('aside').length === 1 ? 'is no action' : 'are no actions'),
      ].filter(Boolean),
    )}.`,
  ]
  const fields = imports.reduce((n, i) => n + i.committed.fields, 0)
  const wrote = imports.reduce((n, i) => n + i.committed.rows, 0)
  const written =
    fields === 0
      ? ['Nothing was written.']
      : [`${count(fields, 'value')} of ${count(wrote, 'row')} ${was(fields)} written.`]
  return {
    said: [
      [...came, ...counted].filter(Boolean).join(' '),
      [...written, ...decisions(fates), ...undone(imports)].join(' '),
    ],
    toLookAt: needsPerson(imports.filter((i) => i.undoneAt === null)),
  }
}

const part = (n: number, did: string): string => (n > 0 ? `${n} ${did}` : '')
const was = (n: number): string => (n === 1 ? 'was' : 'were')

function countFates(rows: readonly ReportedRow[]): ReadonlyMap<Fate, number> {
  const counts = new Map<Fate, number>()
  for (const r of rows.filter((x) => placeOf(x) === 'values'))
    for (const c of r.row.changes) {
      const fate = fateOf(c, r, false)
      counts.set(fate, (counts.get(fate) ?? 0) + 1)
    }
  return counts
}

const sum = (fates: ReadonlyMap<Fate, number>, ...of: readonly Fate[]): number =>
  of.reduce((n, f) => n + (fates.get(f) ?? 0), 0)

/** What people decided, and what the programme kept by itself. */
function decisions(fates: ReadonlyMap<Fate, number>): readonly string[] {
  const taken = sum(fates, 'taken', 'both', 'edited')
  const kept = sum(fates, 'kept', 'kept-out')
  const newer = sum(fates, 'newer')
  return [
    taken + kept > 0
      ? `A person decided ${count(taken + kept, 'value')}: ${list([part(taken, 'for what came back'), part(kept, 'for what the programme said')].filter(Boolean))}.`
      : '',
    newer > 0
      ? `${count(newer, 'value')} of the programme ${newer === 1 ? 'is' : 'are'} newer than the file and ${newer === 1 ? 'stays' : 'stay'}.`
      : '',
  ].filter(Boolean)
}

const undone = (imports: readonly ReportedImport[]): readonly string[] => {
  const back = imports.filter((i) => i.undoneAt !== null).length
  return back === 0 ? [] : [`${count(back, 'import')} ${was(back)} taken back later.`]
}

/** What waits in imports that are in effect. */
function needsPerson(imports: readonly ReportedImport[]): readonly string[] {
  const rows = imports.flatMap((i) => i.rows)
  const fates = countFates(rows)
  const open = sum(fates, 'open', 'asked-before')
  const left = rows.filter((r) => placeOf(r) === 'left' && r.row.answer === undefined).length
  const unread = rows.filter((r) => r.row.outcome === 'invalid').length
  const missing = new Set(
    imports.flatMap((i) => i.preview.missing.map((ref) => JSON.stringify([i.preview.issuedId, ref]))),
  ).size
  return [
    open > 0 ? `${count(open, 'value')} left open: the programme stays as it is until somebody decides.` : '',
    left > 0
      ? `${count(left, 'row')} without a sure match: match ${left === 1 ? 'it' : 'them'} by hand, make a new action, or set ${left === 1 ? 'it' : 'them'} aside.`
      : '',
    unread > 0 ? `${count(unread, 'row')} with a value that could not be read.` : '',
    missing > 0
      ? `${count(missing, 'action')} that did not come back in the workbook ${missing === 1 ? 'it was' : 'they were'} sent out in.`
      : '',
  ].filter(Boolean)
}

/** The day of the imports, or their first and last: "10 February 2020 to 15 February 2020". */
export function sayDays(imports: readonly ReportedImport[]): string {
  const days = imports.map((i) => i.at.slice(0, 10)).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}`
}
