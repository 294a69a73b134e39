import type { Page } from '@playwright/test'
import { electronBinary } from '../../build/scripts/electronBinary.ts'
import { launchDesk } from '../../build/chromium-host/launch.ts'
import { launchElectron } from './launchElectron.ts'

/** What a spec may ask of the app's host, whichever of the two it is. */
export type Host = {
  readonly name: 'Electron' | 'Chromium host'
  readonly page: Page
  /** The web preferences that the window was opened with. */
  preferences(): Promise<Record<string, unknown>>
  /** The next dialog for choosing files is answered with these; none means cancelled. */
  answerOpenDialog(...paths: string[]): Promise<void>
  answerSaveDialog(path: string): Promise<void>
  /** The next question is answered with the button of this label. */
  answerQuestion(button: string): Promise<void>
  clickMenu(...labels: string[]): Promise<void>
  /** A call to the core as if a page at this address had made it. */
  invokeFrom(url: string, name: unknown, input: unknown): Promise<unknown>
  /** The app was started once more with these words. */
  secondInstance(...argv: string[]): Promise<void>
  /** The app's clock says this ISO moment of local time, and goes on from there. */
  setClock(at: string): Promise<void>
  /** Paths that the app has shown in their folder so far. */
  revealed(): Promise<readonly string[]>
  /** Addresses that the app has handed to the desktop, and texts that it has put on the clipboard, so far. */
  external(): Promise<readonly string[]>
  copied(): Promise<readonly string[]>
  close(): Promise<number | null>
}

export type StartOptions = { readonly userData: string; readonly argv?: readonly string[] }

/** Electron where its binary is installed and DESK_HOST does not ask for the other, else the Chromium host. */
export async function startHost(options: StartOptions): Promise<Host> {
  const electron = process.env['DESK_HOST'] === 'chromium' ? null : electronBinary()
  return electron ? launchElectron(electron, options) : onChromium(options)
}

async function onChromium(options: StartOptions): Promise<Host> {
  const desk = await launchDesk({ ...options, viewport: { width: 1366, height: 768 } })
  return {
    name: 'Chromium host',
    page: desk.page,
    preferences: async () => {
      const [window] = (await desk.recorded()).windows
      return (window?.['webPreferences'] ?? {}) as Record<string, unknown>
    },
    answerOpenDialog: (...paths) => desk.answerDialog('open', paths),
    answerSaveDialog: (path) => desk.answerDialog('save', [path]),
    answerQuestion: (button) => desk.answerDialog('message', [button]),
    clickMenu: desk.clickMenu,
    invokeFrom: desk.invokeFrom,
    secondInstance: desk.secondInstance,
    setClock: desk.setClock,
    revealed: async () => (await desk.recorded()).revealed,
    external: async () => (await desk.recorded()).external,
    copied: async () => (await desk.recorded()).copied,
    close: desk.close,
  }
}
