import { EventEmitter } from 'node:events'
import type { Page } from '@playwright/test'
import { host, subscribe } from './host.ts'
import { names } from './pageSide.ts'

type ContentsPart = Pick<Electron.WebContents, 'send' | 'on' | 'once' | 'setWindowOpenHandler'>
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type Deliver = (channel: string, args: readonly unknown[]) => void

/** The page of a window, as the app's main process sees it. */
export class WebContents implements ContentsPart {
  readonly events = new EventEmitter()
  readonly on: Electron.WebContents['on'] = subscribe(this.events, 'on')
  readonly once: Electron.WebContents['once'] = subscribe(this.events, 'once')
  page: Page | null = null
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    const message = [names.deliver, channel, structuredClone(args)] as const
    const deliver = ([name, channel, args]: typeof message): void => {
      // the host's own name in the page, put there by pageSide
      ;(window as unknown as Record<string, Deliver | undefined>)[name]?.(channel, args)
    }
    // a page that has gone gets nothing, in Electron as here
    this.page?.evaluate(deliver, message).catch(() => undefined)
  }

  /** The page asks for a further window. None is ever opened here; what the app answered is recorded. */
  askToOpen(url: string): void {
    const { action } = this.#openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    })
    host.recorded.windowOpens.push({ url, action })
  }
}
