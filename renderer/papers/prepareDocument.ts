/** What is read of docx-preview's tree of a document, which has no types of its own. */
type Element = {
  type?: string
  children?: Element[]
  className?: string
  styleName?: string
  text?: string
  fieldRun?: boolean
  keepNext?: boolean
  charType?: string
}

type Parsed = {
  documentPart?: { body?: Element }
  stylesPart?: { styles?: { id?: string; paragraphProps?: { keepNext?: boolean } }[] }
  parts?: { rootElement?: Element }[]
}

/** Marks (of Unicode's private use) that stand for a field's number until the pages are known. */
const pageMark = '\uE000'
const pagesMark = '\uE001'
/** Stands for a tab of a header or footer, which is laid out as a place: left, centre, right. */
const tabMark = '\uE004'
const captionMark = /\uE002([^\uE003]*)\uE003/gu

/**
 * Readies a parsed document for drawing: marks what must stay together (the drawing keeps class names, nothing
 * else), and keeps the fields that number things, which the library drops.
 */
export function prepareDocument(document: unknown): void {
  const { documentPart, stylesPart, parts } = document as Parsed
  const keepNext = new Set(
    (stylesPart?.styles ?? []).filter((s) => s.paragraphProps?.keepNext).map((s) => s.id ?? ''),
  )
  if (documentPart?.body) prepareElement(documentPart.body, keepNext)
  for (const { rootElement } of parts ?? []) {
    if (rootElement?.type !== 'header' && rootElement?.type !== 'footer') continue
    prepareElement(rootElement, keepNext)
    markTabs(rootElement)
  }
}

function markTabs(element: Element): void {
  for (const child of element.children ?? []) {
    if (child.type === 'tab') {
      child.type = 'text'
      child.text = tabMark
    } else if (child.type === 'text') child.text = child.text?.replaceAll('\t', tabMark) ?? ''
    else markTabs(child)
  }
}

/** Lays the lines of a page's header and footer out in three places, as their tabs mean them. */
export function placeTabs(page: HTMLElement): void {
  for (const line of page.querySelectorAll<HTMLElement>(':scope > header p, :scope > footer p')) {
    if (!line.textContent?.includes(tabMark)) continue
    const places = [
      document.createElement('span'),
      document.createElement('span'),
      document.createElement('span'),
    ]
    let at = 0
    const runs = [...line.childNodes] // taken first: moving a run changes the line's own list
    for (const run of runs) {
      const tabs = run.textContent?.split(tabMark).length ?? 1
      at = Math.min(at + tabs - 1, places.length - 1)
      eachText([run], (text) => text.replaceAll(tabMark, ''))
      places[at]?.append(run)
    }
    line.replaceChildren(...places)
    line.classList.add('three-places')
  }
}

function prepareElement(element: Element, keepNext: ReadonlySet<string>): void {
  if (element.keepNext || (element.styleName && keepNext.has(element.styleName)))
    addClass(element, 'keep-next')
  if (element.children?.some((c) => c.fieldRun)) keepFields(element.children)
  for (const child of element.children ?? []) prepareElement(child, keepNext)
}

const addClass = (element: Element, name: string): void => {
  element.className = element.className ? `${element.className} ${name}` : name
}

/** Turns the runs of PAGE, NUMPAGES and SEQ fields into a mark, and drops the result that was stored with them. */
function keepFields(runs: readonly Element[]): void {
  let inside: 'none' | 'code' | 'result' = 'none'
  for (const run of runs) {
    if (!run.fieldRun) {
      if (inside === 'result') run.children = []
      continue
    }
    const kept: Element[] = []
    for (const child of run.children ?? []) {
      if (child.charType === 'begin') inside = 'code'
      else if (child.charType === 'separate') inside = inside === 'code' ? 'none' : inside
      else if (child.charType === 'end') inside = 'none'
      else if (child.type === 'instruction') {
        const mark = markOf(child.text ?? '')
        if (mark) kept.push({ type: 'text', text: mark })
        inside = mark ? 'result' : 'none'
      } else if (inside === 'none') kept.push(child)
    }
    run.children = kept
    run.fieldRun = false
  }
}

function markOf(instruction: string): string | null {
  const [word, name] = instruction.trim().split(/\s+/u)
  switch (word?.toUpperCase()) {
    case 'PAGE':
      return pageMark
    case 'NUMPAGES':
      return pagesMark
    case 'SEQ':
      return `\uE002${name ?? ''}\uE003`
    default:
      return null
  }
}

/** Numbers the captions of a drawing: each kind ("Table", "Figure") counts by itself through the paper. */
export function numberCaptions(sections: readonly HTMLElement[]): void {
  const counts = new Map<string, number>()
  eachText(sections, (text) =>
    text.replace(captionMark, (_, name: string) => {
      const n = (counts.get(name) ?? 0) + 1
      counts.set(name, n)
      return String(n)
    }),
  )
}

/** Writes "x of y" into the pages once they are known. */
export function numberPages(pages: readonly HTMLElement[]): void {
  for (const [n, page] of pages.entries())
    eachText([page], (text) =>
      text.replaceAll(pageMark, String(n + 1)).replaceAll(pagesMark, String(pages.length)),
    )
}

function eachText(roots: readonly Node[], change: (text: string) => string): void {
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const before = node.nodeValue ?? ''
      const after = /[\uE000-\uE004]/u.test(before) ? change(before) : before
      if (after !== before) node.nodeValue = after
    }
  }
}
