import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { sayError } from '../../shared/errors.ts'
import type { Notice } from '../../shared/ipc/notices.ts'
import { createApp } from '../app/createApp.ts'
import { dispatch } from '../app/dispatch.ts'
import { registerAppScheme, serveAppScheme } from './appScheme.ts'
import { electronDesk } from './electronDesk.ts'
import { fileLog } from './fileLog.ts'
import { denyPermissions, hardenEverything } from './harden.ts'
import { handleCalls } from './ipcHost.ts'
import { setMenu } from './menu.ts'
import { openWindow, showWindow, windowTitle } from './window.ts'

const now = (): Date => new Date()
const dist = resolve(import.meta.dirname, '..')

// a data folder of its own, for a copy on a stick and for tests
const dataFolder = app.commandLine.getSwitchValue('user-data-dir')
if (dataFolder) app.setPath('userData', resolve(dataFolder))
const log = fileLog(join(app.getPath('userData'), 'logs'), now)
const report = (error: unknown): string => log.fault(error)
process.on('uncaughtException', report)
process.on('unhandledRejection', report)

/** The one window, or null where it is closed (on macOS the app lives on without). */
let window: BrowserWindow | null = null
const tell = (notice: Notice): void => window?.webContents.send('notice', notice)

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  app.enableSandbox()
  hardenEverything()
  start().catch((error: unknown) => {
    dialog.showErrorBox(windowTitle, sayError({ code: 'internal', reference: report(error) }))
    app.exit(1)
  })
} else {
  app.quit()
}

/** One core, one window over it, and the files that the system hands in. */
async function start(): Promise<void> {
  const inbox = programmesHandedIn()
  await app.whenReady()
  denyPermissions()
  serveAppScheme(join(dist, 'renderer'))
  const desk = electronDesk(() => window, now)
  const core = createApp({ desk, now, log, tell, actor: userInfo().username, version: app.getVersion() })
  app.on('will-quit', () => core.close())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  handleCalls(core.handlers, report)
  await inbox.forwardTo(async (path) => {
    const answer = await dispatch(core.handlers, report, 'programme.open', { path })
    if (answer.ok) tell({ kind: 'opened' })
    else dialog.showErrorBox(windowTitle, sayError(answer.error))
  })
  setMenu((command) => tell({ kind: 'menu', command }), process.platform === 'darwin')
  app.on('activate', () => {
    if (!window) showNewWindow()
  })
  showNewWindow()
}

function showNewWindow(): void {
  window = openWindow(join(dist, 'preload/preload.cjs'), report)
  window.on('closed', () => {
    window = null
  })
}

type Inbox = { forwardTo(open: (path: string) => Promise<void>): Promise<void> }

/**
 * Programme files from outside: the command line, a second start of the app, and on macOS events that may come
 * before the app is ready. They wait until there is somebody to open them.
 */
function programmesHandedIn(): Inbox {
  const waiting = programmesIn(process.argv, process.cwd())
  let open = async (path: string): Promise<void> => void waiting.push(path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(path)
  })
  app.on('second-instance', (_event, argv, folder) => {
    if (window) showWindow(window)
    for (const path of programmesIn(argv, folder)) void open(path)
  })
  return {
    forwardTo: async (opener) => {
      for (const path of waiting) await opener(path)
      open = opener
    },
  }
}

/** The programme files among the words of a command line. */
function programmesIn(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.desk'))
    .map((word) => resolve(folder, word))
}
