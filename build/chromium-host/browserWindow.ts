import { EventEmitter } from 'node:events'
import type { Browser } from './browser.ts'
import { closePage, connectPage } from './connectPage.ts'
import { cancellable, host, subscribe, theBrowser } from './host.ts'
import { toChromiumUrl } from './hostOptions.ts'
import { WebContents } from './webContents.ts'

type WindowPart = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'on'
  | 'once'
> & { readonly webContents: object }

const open = new Set<BrowserWindow>()

/** A window of Chromium with the app's preload bundle in it. */
export class BrowserWindow implements WindowPart {
  static getAllWindows = (): BrowserWindow[] => [...open]

  readonly events = new EventEmitter()
  readonly on: Electron.BrowserWindow['on'] = subscribe(this.events, 'on')
  readonly once: Electron.BrowserWindow['once'] = subscribe(this.events, 'once')
  readonly webContents = new WebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  bounds: Electron.Rectangle
  #browser: Promise<Browser> | null = null
  #maximized = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.options = options
    this.bounds = { x, y, width, height }
    open.add(this)
    host.recorded.windows.push(structuredClone(options) as Record<string, unknown>)
    host.appEvents.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    this.#browser ??= theBrowser(url, this.bounds)
    const browser = await this.#browser
    const page = await connectPage(this, browser)
    await page.goto(toChromiumUrl(url), { waitUntil: 'load' })
    this.webContents.events.emit('did-finish-load')
    this.events.emit('ready-to-show')
  }

  close(): void {
    const { event, prevented } = cancellable({})
    this.events.emit('close', event)
    if (!prevented()) void closePage(this.webContents).then(() => this.gone())
  }

  /** The page has been closed, by the app or by the person. */
  gone(): void {
    if (!open.delete(this)) return
    this.events.emit('closed')
    if (open.size === 0) host.appEvents.emit('window-all-closed')
  }

  show(): void {
    void this.webContents.page?.bringToFront().catch(() => undefined)
  }

  focus(): void {
    this.show()
  }

  restore(): void {}

  maximize(): void {
    this.#maximized = true
  }

  isMaximized = (): boolean => this.#maximized
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => !open.has(this)
  getNormalBounds = (): Electron.Rectangle => ({ ...this.bounds })
}
