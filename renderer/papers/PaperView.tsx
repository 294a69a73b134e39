import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { drawPaper } from './drawPaper.ts'
import { layPages } from './layPages.ts'

/** 'fit' makes every page as wide as the pane; a number is a factor (1 is the paper's own size). */
export type Zoom = 'fit' | number

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground4,
    scrollbarGutter: 'stable',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  waiting: {
    opacity: 0.6,
    transitionProperty: 'opacity',
    transitionDuration: '150ms',
    transitionDelay: '250ms',
  },
  spinner: { position: 'absolute', top: '96px', left: 0, right: 0 },
})

/** What stands around the pages; the paper itself stays white in every theme. */
const frameCss = `
.docx-wrapper { line-height: 1.15; background: none; padding: 16px 16px 0; display: flex; flex-flow: column; align-items: center; forced-color-adjust: none; }
.sheet { flex-shrink: 0; margin-bottom: 16px; box-shadow: 0 0 0 1px rgba(0,0,0,.12), 0 2px 6px rgba(0,0,0,.16); }
.sheet > section.docx { background: white; transform-origin: 0 0; }
section.docx header p, section.docx footer p { min-height: 0; }
.docx p.three-places { display: grid; grid-template-columns: 1fr auto 1fr; column-gap: 8px; }
.docx p.three-places > :nth-child(2) { text-align: center; }
.docx p.three-places > :nth-child(3) { text-align: right; }
.docx .dotted-line { display: flex; align-items: baseline; }
.docx .dotted-line > .line-number { flex: 0 0 36pt; }
.docx .dotted-line > .dots { flex: 1 0 12pt; margin: 0 4pt; border-bottom: 1px dotted currentColor; }
.docx a { cursor: pointer; }
:focus-visible { outline: 2px solid #0f6cbd; }
`
const paneEdge = 32
const largestFit = 1.4

type Props = {
  readonly base64: string
  readonly label: string
  readonly zoom: Zoom
  /** A newer paper is on its way. */
  readonly waiting: boolean
  readonly onPages: (pages: number) => void
  readonly onFailed: () => void
}

/** Shows a .docx as the pages it will print on, inside a shadow root, so that its styles and the window's stay apart. */
export function PaperView({ base64, label, zoom, waiting, onPages, onFailed }: Props) {
  const styles = useStyles()
  const pane = useRef<HTMLElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<readonly HTMLElement[]>([])
  const [drawn, setDrawn] = useState('')
  const busy = waiting || drawn !== base64

  useEffect(() => {
    const root = host.current && rootOf(host.current)
    if (!root) return
    let overtaken = false
    drawPaper(bytesOf(base64))
      .then(({ css, sections }) => {
        if (overtaken) return
        const laid = show(root, css, sections)
        setPages(laid)
        setDrawn(base64)
        onPages(laid.length)
      })
      .catch(() => {
        if (!overtaken) onFailed()
      })
    return () => {
      overtaken = true
    }
  }, [base64, onPages, onFailed])

  useEffect(() => {
    const element = pane.current
    if (!element) return
    const fit = (): void => zoomPages(pages, zoom, element.clientWidth - paneEdge)
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [pages, zoom])

  return (
    // A region that scrolls must be reached by keyboard, or its content is out of reach without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={pane} className={styles.pane} aria-label={label} aria-busy={busy} tabIndex={0}>
      {pages.length === 0 && <Spinner className={styles.spinner} delay={400} label="Drawing the paper" />}
      <div ref={host} className={mergeClasses(busy && styles.waiting)} data-paper />
    </section>
  )
}

/** Puts a drawing in the place of the one before, laid out in pages. */
function show(root: ShadowRoot, css: string, sections: readonly HTMLElement[]): readonly HTMLElement[] {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css + frameCss)
  const wrapper = document.createElement('div')
  wrapper.className = 'docx-wrapper'
  wrapper.append(...sections)
  root.adoptedStyleSheets = [sheet]
  root.replaceChildren(wrapper)
  const pages = layPages(sections)
  wrapper.replaceChildren(...pages.map(sheetOf))
  return pages
}

function rootOf(host: HTMLElement): ShadowRoot {
  if (host.shadowRoot) return host.shadowRoot
  const root = host.attachShadow({ mode: 'open' })
  root.addEventListener('click', (event) => followLink(root, event))
  return root
}

/** Links inside the paper scroll to their place; no other address is ever loaded into the window. */
function followLink(root: ShadowRoot, event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  event.preventDefault()
  const id = decodeURIComponent(new URL(link.href, document.baseURI).hash.slice(1))
  if (id) root.getElementById(id)?.scrollIntoView({ block: 'start' })
}

/** A sheet takes the room of its page at the zoom; the page itself is scaled as a picture, so that no line breaks anew. */
function sheetOf(page: HTMLElement): HTMLElement {
  const sheet = document.createElement('div')
  sheet.className = 'sheet'
  sheet.append(page)
  return sheet
}

function zoomPages(pages: readonly HTMLElement[], zoom: Zoom, width: number): void {
  const sizes = pages.map((p) => ({ width: p.offsetWidth, height: p.offsetHeight }))
  for (const [n, page] of pages.entries()) {
    const size = sizes[n]
    const sheet = page.parentElement
    if (!size || !sheet || size.width === 0) continue
    const scale = zoom === 'fit' ? Math.min(width / size.width, largestFit) : zoom
    page.style.transform = `scale(${scale})`
    sheet.style.width = `${size.width * scale}px`
    sheet.style.height = `${size.height * scale}px`
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}
