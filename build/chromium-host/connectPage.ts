import { readFileSync } from 'node:fs'
import type { BrowserContext, CDPSession, Frame, Page, Request as PageRequest, Route } from '@playwright/test'
import type { Browser } from './browser.ts'
import type { BrowserWindow } from './browserWindow.ts'
import { cancellable, host } from './host.ts'
import { toAppUrl } from './hostOptions.ts'
import { acceleratorKeys, clickAccelerator } from './menu.ts'
import { initScript, names, type FromPage } from './pageSide.ts'
import { applyPermissions } from './session.ts'
import type { WebContents } from './webContents.ts'

/** Makes a page of Chromium the page of a window: the app's scheme, the preload bundle, and the way between them. */
export async function connectPage(window: BrowserWindow, browser: Browser): Promise<Page> {
  const contents = window.webContents
  if (contents.page) return contents.page
  const page = isTaken(browser.page) ? await browser.context.newPage() : browser.page
  taken.add(page)
  contents.page = page
  const debug = await browser.context.newCDPSession(page)
  await applyPermissions(debug)
  await serveSchemes(browser.context, page, contents)
  await page.exposeBinding(names.binding, (source, message: FromPage) =>
    answer(window, debug, source.frame, message),
  )
  const preload = window.options.webPreferences?.preload
  await page.addInitScript(initScript(preload ? readFileSync(preload, 'utf8') : ''))
  page.on('domcontentloaded', () => contents.send('accelerators', ...acceleratorKeys()))
  page.on('close', () => leave(window))
  page.on('popup', (popup) => void popup.close())
  return page
}

/** Closes a window's page without letting the page hear of it as a person's closing. */
export async function closePage(contents: WebContents): Promise<void> {
  const page = contents.page
  contents.page = null
  await page?.close()
}

const taken = new WeakSet<Page>()
const isTaken = (page: Page): boolean => taken.has(page) || page.isClosed()

/** The person closed the window: the app hears `close` too, though it can no longer prevent it. */
function leave(window: BrowserWindow): void {
  if (!window.webContents.page) return
  window.webContents.page = null
  window.events.emit('close', cancellable({}).event)
  window.gone()
}

async function answer(
  window: BrowserWindow,
  debug: CDPSession,
  frame: Frame,
  message: FromPage,
): Promise<unknown> {
  switch (message.kind) {
    case 'invoke':
      return invoke(
        window.webContents,
        toAppUrl(frame.url()),
        frame.parentFrame(),
        message.channel,
        message.args,
      )
    case 'open':
      return window.webContents.askToOpen(toAppUrl(message.url))
    case 'paths':
      return pathsOfHeldFiles(debug)
    case 'bounds': {
      const { x, y, width, height } = message
      window.bounds = { x, y, width, height }
      return null
    }
    case 'accelerator':
      return clickAccelerator(message.keys, window)
  }
}

/** A call from a page: what the app's handler answers or throws, copied as it would be between processes. */
export async function invoke(
  sender: WebContents,
  url: string,
  parent: object | null,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = host.handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const event = { type: 'frame', sender, senderFrame: { url, parent } }
  return structuredClone(await handler(event, ...args))
}

/** Chromium's debugger knows where on the disk a page's File came from; one made by a script came from nowhere. */
async function pathsOfHeldFiles(debug: CDPSession): Promise<readonly string[]> {
  const held = await debug.send('Runtime.evaluate', { expression: names.held })
  const objectId = held.result.objectId
  if (!objectId) return []
  const { result } = await debug.send('Runtime.getProperties', { objectId, ownProperties: true })
  const files = result.filter((property) => /^\d+$/.test(property.name))
  return Promise.all(
    files.map(async ({ value }) => {
      if (!value?.objectId) return ''
      return (await debug.send('DOM.getFileInfo', { objectId: value.objectId })).path
    }),
  )
}

async function serveSchemes(context: BrowserContext, page: Page, contents: WebContents): Promise<void> {
  await context.route('**/*', async (route, request) => {
    const url = toAppUrl(request.url())
    if (isForNewWindow(request)) {
      contents.askToOpen(url)
      return route.abort('aborted')
    }
    if (isLinkFollowed(page, request) && !mayNavigate(contents, url)) return route.abort('aborted')
    const handler = host.schemes.get(new URL(url).protocol.slice(0, -1))
    return handler ? fulfil(route, handler, url, request) : route.abort('blockedbyclient')
  })
}

/** A link that opens a window asks before that window has a frame. */
function isForNewWindow(request: PageRequest): boolean {
  try {
    request.frame()
    return false
  } catch {
    return request.isNavigationRequest()
  }
}

/** True for a navigation that the page began: the app's own `loadURL` comes from a page that has no address yet. */
function isLinkFollowed(page: Page, request: PageRequest): boolean {
  if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return false
  return toAppUrl(page.url()).startsWith('app://')
}

function mayNavigate(contents: WebContents, url: string): boolean {
  const { event, prevented } = cancellable({ url, isMainFrame: true, isSameDocument: false })
  contents.events.emit('will-navigate', event)
  host.recorded.navigations.push({ url, prevented: prevented() })
  return !prevented()
}

async function fulfil(
  route: Route,
  handler: (request: Request) => Response | Promise<Response>,
  url: string,
  request: PageRequest,
): Promise<void> {
  const response = await handler(new Request(url, { method: request.method(), headers: request.headers() }))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}
