import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { profilePrefix, toChromiumUrl, type HostOptions } from './hostOptions.ts'

/** A running Chromium with a profile of its own, which goes when it does. */
export type Browser = {
  readonly context: BrowserContext
  /** The first page, which is there from the start. */
  readonly page: Page
  /** Where a test connects to it, or null. */
  readonly endpoint: string | null
  close(): Promise<void>
}

/**
 * Starts Chromium. It resolves no host name at all: what the app does not serve itself does not exist for it.
 * With a window, that window is an app window without address bar.
 */
export async function openBrowser(options: HostOptions, startUrl: string, size: Size): Promise<Browser> {
  const profile = mkdtempSync(profilePrefix)
  const removeProfile = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', removeProfile)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.chromium,
    headless: options.headless,
    chromiumSandbox: !options.headless && process.getuid?.() !== 0,
    viewport: options.viewport ?? (options.headless ? { width: size.width, height: size.height } : null),
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--window-size=${size.width},${size.height}`,
      ...(options.debugging ? ['--remote-debugging-port=0'] : []),
      // --test-type: without the bar that warns of the switches above
      ...(options.headless ? [] : ['--test-type', `--app=${toChromiumUrl(startUrl)}`]),
    ],
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    endpoint: options.debugging ? debuggingEndpoint(profile) : null,
    close: async () => {
      await context.close()
      removeProfile()
    },
  }
}

export type Size = { readonly width: number; readonly height: number }

function debuggingEndpoint(profile: string): string {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  return `http://127.0.0.1:${port}`
}
