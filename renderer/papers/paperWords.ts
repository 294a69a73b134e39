import { sayDay } from '../../shared/view/sayDay.ts'

/** How many gaps are listed before "Show all". */
export const showAtFirst = 6

/** The heading of the list of what a paper says is missing. */
export function sayMissing(gaps: number): string {
  if (gaps === 0) return 'Nothing is missing'
  return gaps === 1 ? 'The paper says one thing is missing' : `The paper says ${gaps} things are missing`
}

/** The folder and the name in a path, of any system. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return { folder: path.slice(0, Math.max(at, 0)) || path.slice(0, at + 1), name: path.slice(at + 1) }
}

/** "Saved “Board paper.docx” in /home/desk." */
export function saySaved(path: string): string {
  const { folder, name } = splitPath(path)
  return folder ? `Saved “${name}” in ${folder}` : `Saved “${name}”`
}

/** "12 pages on this screen; Word may break them elsewhere." */
export const sayPages = (pages: number): string =>
  `${pages} ${pages === 1 ? 'page' : 'pages'} on this screen; Word may break them elsewhere.`

/** "Group 1: Understanding of Local Need", "Priority 3: Limited joint working…": whose overall rating it is. */
export function sayWhose(row: {
  readonly group: number | null
  readonly priority: number | null
  readonly name: string
}): string {
  if (row.group !== null) return `Group ${row.group}: ${row.name}`
  return row.priority === null ? row.name : `Priority ${row.priority}: ${row.name}`
}

/** What stands above a paper for the public: how many places were found in it. */
export function sayFound(findings: number): string {
  if (findings === 0)
    return 'Nothing was found that could tell who somebody is. Read it once more all the same.'
  return findings === 1
    ? 'One place in this paper could tell who somebody is.'
    : `${findings} places in this paper could tell who somebody is.`
}

const kindsOfFindings: Readonly<Record<string, string>> = {
  'nhs-number': 'NHS number',
  upn: 'Pupil number',
  'date-of-birth': 'Day of birth',
  'e-mail': 'E-mail address',
  phone: 'Phone number',
  postcode: 'Postcode',
  'small-number': 'Small number of people',
  name: 'Name',
}

/** "NHS number": what kind of private thing was found. */
export const sayFinding = (code: string): string => kindsOfFindings[code] ?? code

/** "As at the snapshot “January”", or as it stood on a day. */
export const sayAsAt = (asAt: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(asAt) ? `as it stood on ${sayDay(asAt)}` : `from the snapshot “${asAt}”`

/** For whom a paper in the register was made; null for the kinds that say it themselves. */
export function sayFor(doc: {
  readonly board: string | null
  readonly group: number | null
  readonly public: boolean
}): string | null {
  const parts = [
    doc.board,
    doc.group === null ? null : `Working group ${doc.group}`,
    doc.public ? 'For the public' : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' · ') : null
}
