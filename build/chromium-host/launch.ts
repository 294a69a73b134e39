import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { paths } from '../vite/paths.ts'
import { findChromium, noChromium } from './findChromium.ts'
import { optionsVariable, type HostOptions } from './hostOptions.ts'
import type { Answer, DialogKind, Recorded, Request } from './recorded.ts'

/** The built app in a Chromium, seen from a spec. */
export type LaunchedDesk = {
  readonly page: Page
  /** What the app asked of its host so far. */
  recorded(): Promise<Recorded>
  /** The next dialog of this kind is answered with these paths; none means cancelled. */
  answerDialog(kind: DialogKind, paths: readonly string[]): Promise<void>
  clickMenu(...labels: string[]): Promise<void>
  /** A call to the core as if it came from a page at this address. */
  invokeFrom(url: string, name: unknown, input: unknown): Promise<unknown>
  secondInstance(...argv: string[]): Promise<void>
  /** Sets the app's clock to an ISO moment of local time; it goes on from there. */
  setClock(at: string): Promise<void>
  /** Quits the app as its menu does, and gives the process's exit code. */
  close(): Promise<number | null>
}

/**
 * Starts the built bundles of `dist/` in a process of their own on the Chromium host, with `userData` as the app's
 * data folder and `argv` as its command line. Throws a sentence where there is no Chromium.
 */
export async function launchDesk(options: {
  readonly userData: string
  readonly argv?: readonly string[]
  readonly viewport?: HostOptions['viewport']
  /** Another main bundle than that of `dist/`. */
  readonly main?: string
}): Promise<LaunchedDesk> {
  const path = findChromium()
  if (!path) throw new Error(noChromium)
  const { viewport, main = paths.main } = options
  const hostOptions: HostOptions = {
    chromium: path,
    main,
    headless: true,
    viewport,
    debugging: true,
    dialogs: 'scripted',
  }
  const child = fork(
    fileURLToPath(new URL('run.ts', import.meta.url)),
    [...(options.argv ?? []), `--user-data-dir=${options.userData}`],
    {
      env: { ...process.env, [optionsVariable]: JSON.stringify(hostOptions) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const browser = await chromium.connectOverCDP(await endpointOf(child))
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the app opened no window')
  return desk(child, browser, page, exited)
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill()
      reject(
        new Error(`the app showed no window within ${longestStart / 1000} s; its log is in its data folder`),
      )
    }, longestStart)
    child.on('message', (answer: Answer) => {
      if (!('ready' in answer)) return
      clearTimeout(late)
      resolve(answer.ready.endpoint)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the app ended before its window was there (exit code ${code})`))
    })
  })
}

/** In milliseconds; a machine busy with other things takes half a minute. */
const longestStart = 120_000

type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never

function desk(
  child: ChildProcess,
  browser: Browser,
  page: Page,
  exited: Promise<number | null>,
): LaunchedDesk {
  let last = 0
  const ask = (request: Unnumbered<Request>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      const hear = (answer: Answer): void => {
        if (!('id' in answer) || answer.id !== id) return
        child.off('message', hear)
        if (answer.error === undefined) resolve(answer.value)
        else reject(new Error(answer.error))
      }
      child.on('message', hear)
      void exited.then(() => reject(new Error('the app has ended')))
      child.send({ id, ...request })
    })
  return {
    page,
    recorded: async () => (await ask({ do: 'recorded' })) as Recorded,
    answerDialog: async (kind, paths) => void (await ask({ do: 'answerDialog', kind, paths })),
    clickMenu: async (...labels) => void (await ask({ do: 'clickMenu', labels })),
    invokeFrom: (url, name, input) => ask({ do: 'invokeFrom', url, args: [name, input] }),
    secondInstance: async (...argv) => void (await ask({ do: 'secondInstance', argv })),
    setClock: async (at) => void (await ask({ do: 'setClock', at })),
    close: async () => {
      await browser.close().catch(() => undefined) // only this connection
      if (child.exitCode === null) child.send({ id: 0, do: 'quit' })
      return exited
    },
  }
}
