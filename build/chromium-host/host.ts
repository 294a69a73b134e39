import { EventEmitter } from 'node:events'
import { openBrowser, type Browser, type Size } from './browser.ts'
import { hostOptions } from './hostOptions.ts'
import type { DialogKind, Recorded } from './recorded.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type InvokeHandler = (event: unknown, ...args: unknown[]) => unknown

/** What the parts of the stand-in share: one browser, the app's handlers, and what was recorded. */
export const host = {
  options: hostOptions(),
  schemes: new Map<string, SchemeHandler>(),
  handlers: new Map<string, InvokeHandler>(),
  answers: { open: [], save: [], message: [] } as Record<DialogKind, (readonly string[])[]>,
  appEvents: new EventEmitter(),
  recorded: {
    windows: [],
    schemes: [],
    sandboxEnabled: false,
    permissions: { request: null, check: null },
    navigations: [],
    windowOpens: [],
    dialogs: [],
    revealed: [],
    opened: [],
    external: [],
    copied: [],
    menu: [],
  } as { -readonly [K in keyof Recorded]: Recorded[K] },
}

let browser: Promise<Browser> | null = null

/** The browser, started when the first window asks for it. */
export const theBrowser = (startUrl: string, size: Size): Promise<Browser> =>
  (browser ??= openBrowser(host.options, startUrl, size))

/** The browser where one was started, for closing it. */
export const startedBrowser = (): Promise<Browser> | null => browser

/** An event as the app's listeners get it, and whether one of them prevented what would follow. */
export function cancellable<T extends object>(
  details: T,
): { event: T & CancelEvent; prevented: () => boolean } {
  let defaultPrevented = false
  const event = {
    ...details,
    get defaultPrevented() {
      return defaultPrevented
    },
    preventDefault: () => {
      defaultPrevented = true
    },
  }
  return { event, prevented: () => defaultPrevented }
}

type CancelEvent = { readonly defaultPrevented: boolean; preventDefault(): void }

/**
 * The one cast of the stand-in: Electron declares every event as an overload of `on` that returns the full object,
 * which a part of it cannot be. What is emitted is typed where it is emitted.
 */
export const subscribe = <On>(emitter: EventEmitter, how: 'on' | 'once'): On =>
  ((name: string, listener: (...args: unknown[]) => void) => emitter[how](name, listener)) as On
