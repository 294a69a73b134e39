import { ipcMain } from 'electron'
import { dispatch } from '../app/dispatch.ts'
import { err } from '../../shared/result.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { isTrustedSender } from './isTrustedSender.ts'

/** Opens the one way from the window to the core. A call from anything but the app's own page is refused. */
export function handleCalls(handlers: Handlers, report: (error: unknown) => string): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) =>
    isTrustedSender(event.senderFrame)
      ? dispatch(handlers, report, name, input)
      : err({ code: 'invalid-input', where: 'sender' }),
  )
}
