import { changeMarks, marks } from './marks.ts'

/**
 * Lays out what the tabs of a drawing mean, which the drawing library does not: the lines of headers and footers
 * in three places (left, centre, right), and lines that end at a right-hand tab (contents) with dots before their end.
 */
export function placeTabs(section: HTMLElement): void {
  for (const line of section.querySelectorAll<HTMLElement>(':scope > header p, :scope > footer p')) {
    const places = placesOf(line)
    if (places.length === 1) continue
    while (places.length < 3) places.push(document.createElement('span'))
    line.replaceChildren(...places.slice(0, 3))
    line.classList.add('three-places')
  }
  for (const line of section.querySelectorAll<HTMLElement>('article p.to-the-right')) placeRight(line)
}

/** A line of the contents: its number, where it has one, its title, dots, its page. */
function placeRight(line: HTMLElement): void {
  const filled = [...line.children].filter((c) => c.textContent !== '')
  const box = filled.length === 1 && filled[0] instanceof HTMLAnchorElement ? filled[0] : line
  const places = placesOf(box)
  const last = places.pop()
  if (!last || places.length === 0) return
  if (places.length > 1) places[0]?.classList.add('line-number')
  const dots = document.createElement('span')
  dots.className = 'dots'
  box.replaceChildren(...places, dots, last)
  box.classList.add('dotted-line')
}

/** The runs of a line, those between two tabs together; one place where it has no tab. */
function placesOf(line: HTMLElement): HTMLElement[] {
  if (!line.textContent?.includes(marks.tab)) return [document.createElement('span')]
  const places = [document.createElement('span')]
  const runs = [...line.childNodes] // taken first: moving a run changes the line's own list
  for (const run of runs) {
    const tabs = (run.textContent?.split(marks.tab).length ?? 1) - 1
    for (let n = 0; n < tabs; n += 1) places.push(document.createElement('span'))
    changeMarks([run], (text) => text.replaceAll(marks.tab, ''))
    places.at(-1)?.append(run)
  }
  return places
}
