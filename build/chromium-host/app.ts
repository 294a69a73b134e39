import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow } from './browserWindow.ts'
import { host, startedBrowser, subscribe } from './host.ts'

type AppPart = Pick<
  Electron.App,
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'setPath'
  | 'getName'
  | 'getVersion'
  | 'isPackaged'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'setAboutPanelOptions'
  | 'on'
  | 'once'
> & { readonly commandLine: Pick<Electron.CommandLine, 'getSwitchValue'> }

type PathName = Parameters<Electron.App['getPath']>[0]

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly productName: string
  readonly version: string
}
const set = new Map<string, string>()
let quitting = false

/** The app's life, without a framework: it is ready at once and ends its process when it quits. */
export const app: AppPart = {
  isPackaged: false,
  whenReady: async () => {},
  quit: () => void quit(),
  exit: (code = 0) => void end(code),
  getPath: (name) => set.get(name) ?? usualPath(name),
  setPath: (name, path) => void set.set(name, path),
  getName: () => manifest.productName,
  getVersion: () => manifest.version,
  requestSingleInstanceLock: () => true,
  enableSandbox: () => {
    host.recorded.sandboxEnabled = true
  },
  setAboutPanelOptions: () => {},
  on: subscribe(host.appEvents, 'on'),
  once: subscribe(host.appEvents, 'once'),
  commandLine: { getSwitchValue: switchValue },
}

/** Closes the windows, lets the app put its things away, and ends. */
export async function quit(): Promise<void> {
  if (quitting) return
  quitting = true
  host.appEvents.emit('before-quit', {})
  for (const window of BrowserWindow.getAllWindows()) {
    window.close()
    if (!window.isDestroyed()) await new Promise<void>((resolve) => window.events.once('closed', resolve))
  }
  host.appEvents.emit('will-quit', {})
  host.appEvents.emit('quit', {}, 0)
  await end(0)
}

async function end(code: number): Promise<void> {
  const browser = await startedBrowser()?.catch(() => null)
  await browser?.close().catch(() => undefined)
  process.exit(code)
}

function switchValue(name: string): string {
  const found = process.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  return found?.slice(name.length + 3) ?? ''
}

function usualPath(name: PathName): string {
  switch (name) {
    case 'userData':
      return join(usualPath('appData'), manifest.productName)
    case 'appData':
      return appData()
    case 'logs':
      return join(app.getPath('userData'), 'logs')
    case 'temp':
      return tmpdir()
    case 'documents':
      return join(homedir(), 'Documents')
    case 'home':
      return homedir()
    default:
      throw new Error(`the Chromium host has no path “${name}”`)
  }
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
