import type { CDPSession } from '@playwright/test'
import { host } from './host.ts'

type SessionPart = Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

let ask: RequestHandler = null
let check: CheckHandler = null

const defaultSession: SessionPart = {
  setPermissionRequestHandler: (handler) => {
    ask = handler
  },
  setPermissionCheckHandler: (handler) => {
    check = handler
  },
}

export const session = { defaultSession }

/**
 * Puts the app's answers into Chromium: what both handlers deny is denied there. Chromium asks per permission and
 * page, so each is asked for once, before the page loads.
 */
export async function applyPermissions(debug: CDPSession): Promise<void> {
  for (const permission of permissions) {
    const setting = grants(permission) ? 'granted' : 'denied'
    await debug.send('Browser.setPermission', { permission: { name: permission.chromium }, setting })
  }
}

/** Chromium's names of what a page can ask for, with Electron's for a request and for a check. */
const permissions: readonly {
  readonly chromium: string
  readonly request: Asked
  readonly check: Checked
}[] = [
  { chromium: 'geolocation', request: 'geolocation', check: 'geolocation' },
  { chromium: 'notifications', request: 'notifications', check: 'notifications' },
  { chromium: 'camera', request: 'media', check: 'media' },
  { chromium: 'microphone', request: 'media', check: 'media' },
  { chromium: 'clipboard-read', request: 'clipboard-read', check: 'clipboard-read' },
  { chromium: 'clipboard-write', request: 'clipboard-sanitized-write', check: 'clipboard-sanitized-write' },
  { chromium: 'midi', request: 'midi', check: 'midi' },
]
type Asked = Parameters<NonNullable<RequestHandler>>[1]
type Checked = Parameters<NonNullable<CheckHandler>>[1]

function grants(permission: (typeof permissions)[number]): boolean {
  const none = null as unknown as Electron.WebContents // asked before there is a page, so there is none to hand in
  const details = { isMainFrame: true, securityOrigin: 'app://bundle' }
  const checked = check ? check(null, permission.check, 'app://bundle', details) : true
  let requested = true
  const note = (answer: boolean): void => {
    requested = answer
  }
  ask?.(none, permission.request, note, { isMainFrame: true, requestingUrl: 'app://bundle/index.html' })
  host.recorded.permissions = { request: ask ? requested : null, check: check ? checked : null }
  return checked && requested
}
