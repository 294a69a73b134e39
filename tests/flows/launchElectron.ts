import { _electron, type ElectronApplication } from '@playwright/test'
import { setClock } from '../../build/chromium-host/setClock.ts'
import { paths } from '../../build/vite/paths.ts'
import type { Host, StartOptions } from './hosts.ts'

/** Starts the built app in real Electron. */
export async function launchElectron(binary: string, options: StartOptions): Promise<Host> {
  const app = await _electron.launch({
    executablePath: binary,
    args: [paths.root, ...(options.argv ?? []), `--user-data-dir=${options.userData}`],
  })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  await recordShell(app)
  let closing: Promise<number | null> | null = null
  const exited = new Promise<number | null>((resolve) => app.process().once('exit', resolve))
  return {
    name: 'Electron',
    page,
    preferences: () => app.evaluate(preferences),
    answerOpenDialog: (...paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
      }, paths),
    answerSaveDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath })
      }, path),
    answerQuestion: (button) => app.evaluate(answerQuestion, button),
    clickMenu: (...labels) => app.evaluate(clickMenu, labels),
    invokeFrom: (url, name, input) => app.evaluate(invokeFrom, [url, name, input] as const),
    secondInstance: (...argv) =>
      app.evaluate(({ app }, argv) => void app.emit('second-instance', {}, argv, '', null), argv),
    setClock: (at) => app.evaluate(setClock, at),
    revealed: () => app.evaluate(() => (globalThis as unknown as Kept).revealed),
    external: () => app.evaluate(() => (globalThis as unknown as Kept).external),
    copied: () => app.evaluate(() => (globalThis as unknown as Kept).copied),
    close: () => (closing ??= app.close().then(() => exited)),
  }
}

type Kept = { revealed: string[]; external: string[]; copied: string[] }
type Main = typeof Electron.CrossProcessExports
type Handlers = ReadonlyMap<string, (event: unknown, ...args: unknown[]) => unknown>

/** A spec must not open windows of the desktop. */
const recordShell = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ shell, clipboard }) => {
    const kept = globalThis as unknown as Kept
    Object.assign(kept, { revealed: [], external: [], copied: [] })
    shell.showItemInFolder = (path) => void kept.revealed.push(path)
    shell.openExternal = async (url) => void kept.external.push(url)
    clipboard.writeText = async (text) => void kept.copied.push(text)
  })

// The functions below run inside Electron's main process, from their source text.

function preferences({ BrowserWindow }: Main): Record<string, unknown> {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
    getLastWebPreferences(): Record<string, unknown>
  }
  return { ...contents.getLastWebPreferences() }
}

function answerQuestion({ dialog }: Main, button: string): void {
  dialog.showMessageBox = async (...args: unknown[]) => {
    const { buttons = [] } = args.at(-1) as { readonly buttons?: readonly string[] }
    return { response: buttons.indexOf(button), checkboxChecked: false }
  }
}

function clickMenu({ Menu }: Main, labels: readonly string[]): void {
  let items = Menu.getApplicationMenu()?.items ?? []
  for (const label of labels) {
    const item = items.find((item) => item.label.replace('&', '') === label)
    if (!item) throw new Error(`the menu has no entry ${labels.join(' › ')}`)
    if (item.submenu) items = item.submenu.items
    else item.click()
  }
}

function invokeFrom({ ipcMain }: Main, [url, name, input]: readonly [string, unknown, unknown]): unknown {
  const handlers = (ipcMain as unknown as { readonly _invokeHandlers: Handlers })._invokeHandlers
  return handlers.get('call')?.({ senderFrame: { url, parent: null } }, name, input)
}
