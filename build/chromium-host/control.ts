import { quit } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { invoke } from './connectPage.ts'
import { host, startedBrowser } from './host.ts'
import { clickLabels } from './menu.ts'
import type { Answer, Request } from './recorded.ts'
import { setClock } from './setClock.ts'

/** Answers the spec that started this process; without one, only ends cleanly when told to. */
export function serveControl(): void {
  process.on('SIGINT', () => void quit())
  process.on('SIGTERM', () => void quit())
  process.on('disconnect', () => void quit()) // the spec has gone
  process.on('message', (request: Request) => {
    const { id } = request
    carryOut(request).then(
      (value) => send({ id, value }),
      (error: unknown) => send({ id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
  host.appEvents.once('web-contents-created', (_event, contents) => {
    contents.once('did-finish-load', () => void announce())
  })
}

async function announce(): Promise<void> {
  const browser = await startedBrowser()
  if (browser?.endpoint) send({ ready: { endpoint: browser.endpoint } })
}

const send = (answer: Answer): void => {
  if (process.connected) process.send?.(answer)
}

async function carryOut(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'recorded':
      return host.recorded
    case 'answerDialog':
      return host.answers[request.kind].push(request.paths)
    case 'clickMenu':
      return clickLabels(request.labels, theWindow())
    case 'invokeFrom':
      return invoke(theWindow().webContents, request.url, null, 'call', request.args)
    case 'secondInstance':
      return host.appEvents.emit('second-instance', {}, request.argv, process.cwd(), null)
    case 'setClock':
      return setClock(null, request.at)
    case 'quit':
      return void quit()
  }
}

function theWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Error('the app has no window')
  return window
}
