import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { findChromium, noChromium } from '../chromium-host/findChromium.ts'
import { optionsVariable, type HostOptions } from '../chromium-host/hostOptions.ts'
import { paths } from '../vite/paths.ts'
import { buildApp } from './build.ts'
import { electronBinary } from './electronBinary.ts'
import { isOutOfDate } from './isOutOfDate.ts'

/**
 * `npm start [FILE.desk]`: builds what is out of date and opens the app, in Electron where its binary is
 * installed, else in an app window of Chromium. It downloads nothing.
 */
export async function start(words: readonly string[]): Promise<number> {
  const screen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!screen) {
    return refuse(
      'There is no screen here to open a window on: use “xvfb-run -a npm start”, or “npm run demo” for the main job without a window.',
    )
  }
  const electron = electronBinary()
  const chromium = electron ? null : findChromium()
  if (!electron && !chromium) return refuse(noChromium)
  if (isOutOfDate()) await buildApp()
  const files = words.map((word) => (word.startsWith('-') ? word : resolve(word)))
  if (electron) {
    console.log('SEND Improvement Desk opens in Electron.')
    return run(electron, [paths.root, ...files], {})
  }
  console.log(
    `Electron’s own program is not installed (npm leaves it out; “npx install-electron” fetches it), so SEND Improvement Desk opens in an app window of ${chromium}.`,
  )
  const options: HostOptions = {
    chromium: chromium ?? '',
    main: paths.main,
    headless: false,
    debugging: false,
    dialogs: 'asked',
  }
  const host = join(paths.root, 'build/chromium-host/run.ts')
  return run(process.execPath, [host, ...files], { [optionsVariable]: JSON.stringify(options) })
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: 'inherit', env: { ...process.env, ...env } })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await start(process.argv.slice(2))
