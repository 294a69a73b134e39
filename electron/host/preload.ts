import { contextBridge, ipcRenderer, webUtils } from 'electron'

/**
 * The window's only way out, and the same for every call: a new call changes the contract, never this file.
 * Notices that arrive before the window listens are kept for it.
 */
const waiting: unknown[] = []
let listener: ((notice: unknown) => void) | null = null

ipcRenderer.on('notice', (_event, notice: unknown) => {
  if (listener) listener(notice)
  else waiting.push(notice)
})

contextBridge.exposeInMainWorld('desk', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  onNotice: (listen: (notice: unknown) => void): void => {
    listener = listen
    for (const notice of waiting.splice(0)) listen(notice)
  },
  pathOfFile: (file: File): string => webUtils.getPathForFile(file),
})
