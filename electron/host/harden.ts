import { app, session, type WebContents } from 'electron'
import { startUrl } from './answerAppRequest.ts'

/** What every window of the app runs under; the specs assert on these very options. */
export const hardenedPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const

/**
 * Shuts what the app never needs: other pages, further windows, embedded pages, and permissions (camera,
 * place, notifications …). Spell checking is off because Chromium would fetch its dictionaries from the net.
 */
export function hardenEverything(): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** To be called once the app is ready: before that there is no session. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // the only place to go is the page itself (reload); a link or a dropped file leads nowhere
    if (event.url !== startUrl) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
