import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the Chromium host is to run; handed to its process in the environment variable DESK_CHROMIUM_HOST. */
export type HostOptions = {
  readonly chromium: string
  /** The built main bundle. */
  readonly main: string
  readonly headless: boolean
  /** Size of the page in CSS pixels; without one the window's own. */
  readonly viewport?: { readonly width: number; readonly height: number } | undefined
  /** A port on this machine where a test may connect to Chromium. */
  readonly debugging: boolean
  /** Dialogs: answered by the test in turn, or put to the person at the screen. */
  readonly dialogs: 'scripted' | 'asked'
}

export const optionsVariable = 'DESK_CHROMIUM_HOST'

/** Reads what the process that started this one wrote; the only place where its form is trusted. */
export function hostOptions(env: NodeJS.ProcessEnv = process.env): HostOptions {
  const text = env[optionsVariable]
  if (!text)
    throw new Error(`${optionsVariable} is not set: start the Chromium host through launch.ts or npm start`)
  return JSON.parse(text) as HostOptions
}

export const profilePrefix = join(tmpdir(), 'desk-chromium-')

/** Chromium takes no custom scheme, so the app's own is served under a host that no network ever sees. */
const appHost = 'https://app.bundle'
export const toChromiumUrl = (url: string): string => url.replace(/^app:\/\/bundle/, appHost)
export const toAppUrl = (url: string): string =>
  url === appHost || url.startsWith(`${appHost}/`) ? url.replace(appHost, 'app://bundle') : url
