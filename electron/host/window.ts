import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { startUrl } from './answerAppRequest.ts'
import { hardenedPreferences } from './harden.ts'
import { readJsonFile, writeJsonFile } from './jsonFile.ts'
import { firstState, fitToScreens, smallest, windowState } from './windowState.ts'

export const windowTitle = 'SEND Improvement Desk'

/** Opens the app's window where it stood last time, and shows it when it has something to show. */
export function openWindow(preload: string, report: (fault: string) => void): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const remembered = readJsonFile(stateFile, windowState, firstState)
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...bounds } = fitToScreens(remembered, areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: windowTitle,
    show: false,
    webPreferences: { ...hardenedPreferences, preload },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeJsonFile(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // the core holds all that was saved, so the page can begin again
    report(`the page ended: ${reason}`)
    if (reason !== 'clean-exit') void window.loadURL(startUrl)
  })
  void window.loadURL(startUrl)
  return window
}

/** Brings the window to the front, as a person who opened a file for it expects. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
