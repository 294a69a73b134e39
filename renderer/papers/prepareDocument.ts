import { marks } from './marks.ts'

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
  tabs?: { style?: string }[]
}

type Parsed = {
  documentPart?: { body?: Element }
  stylesPart?: { styles?: { id?: string; paragraphProps?: { keepNext?: boolean } }[] }
  parts?: { rootElement?: Element }[]
}

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
      child.text = marks.tab
    } else if (child.type === 'text') child.text = child.text?.replaceAll('\t', marks.tab) ?? ''
    else markTabs(child)
  }
}

function prepareElement(element: Element, keepNext: ReadonlySet<string>): void {
  if (element.keepNext || (element.styleName && keepNext.has(element.styleName)))
    addClass(element, 'keep-next')
  if (element.tabs?.some((t) => t.style === 'right')) {
    addClass(element, 'to-the-right')
    markTabs(element)
  }
  if (element.children?.some((c) => c.fieldRun)) keepFields(element.children)
  for (const child of element.children ?? []) prepareElement(child, keepNext)
}

const addClass = (element: Element, name: string): void => {
  element.className = element.className ? `${element.className} ${name}` : name
}

/** Turns the runs of PAGE, NUMPAGES and PAGEREF fields into a mark, and drops the result that was stored with them. */
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
      return marks.page
    case 'NUMPAGES':
      return marks.pages
    case 'PAGEREF':
      return marks.pageOf(name ?? '')
    default:
      return null
  }
}
