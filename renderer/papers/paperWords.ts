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
