import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { answerAppRequest } from './answerAppRequest.ts'

/** Announces the app's own scheme; to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
}

/** Serves the window's built files from `folder` under `app://bundle/`. */
export function serveAppScheme(folder: string): void {
  const newNonce = (): string => randomBytes(18).toString('base64')
  protocol.handle('app', (request) => answerAppRequest(folder, request, newNonce))
}
