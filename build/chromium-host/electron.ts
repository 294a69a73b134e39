/// <reference types="electron" />
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { host } from './host.ts'

/**
 * What the app's bundles get for `electron` under the Chromium host: just the parts that `electron/host` uses,
 * each declared as the same part of Electron's own types, so that the two cannot drift apart.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browserWindow.ts'
export { dialog } from './dialog.ts'
export { Menu } from './menu.ts'
export { session } from './session.ts'

export const protocol: Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'> = {
  registerSchemesAsPrivileged: (schemes) => void host.recorded.schemes.push(...structuredClone(schemes)),
  handle: (scheme, handler) => void host.schemes.set(scheme, handler),
}

export const ipcMain: Pick<Electron.IpcMain, 'handle'> = {
  handle: (channel, listener) => {
    if (host.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    host.handlers.set(channel, (event, ...args) => listener(event as Electron.IpcMainInvokeEvent, ...args))
  },
}

export const shell: Pick<Electron.Shell, 'showItemInFolder' | 'openPath' | 'openExternal'> = {
  showItemInFolder: (path) => {
    host.recorded.revealed.push(path)
    show(dirname(path))
  },
  openPath: async (path) => {
    host.recorded.opened.push(path)
    show(path)
    return ''
  },
  openExternal: async (url) => {
    host.recorded.external.push(url)
    show(url)
  },
}

/** The clipboard of this host is only what was put on it: a machine without a screen has none. */
export const clipboard: Pick<Electron.Clipboard, 'writeText'> = {
  writeText: async (text) => void host.recorded.copied.push(text),
}

export const screen = {
  getAllDisplays: (): Pick<Electron.Display, 'workArea'>[] => [
    { workArea: { x: 0, y: 0, width: 1920, height: 1080 } },
  ],
}

/** Opens a folder or file with the desktop's own program, where a person is at the screen. */
function show(path: string): void {
  if (host.options.dialogs !== 'asked') return
  const opener = { win32: 'explorer', darwin: 'open' }[process.platform as string] ?? 'xdg-open'
  spawn(opener, [path], { stdio: 'ignore', detached: true })
    .once('error', () => process.stderr.write(`${path}\n`))
    .unref()
}
