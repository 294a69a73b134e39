import { spawnSync } from 'node:child_process'
import { findChromium } from '../chromium-host/findChromium.ts'
import { electronBinary } from './electronBinary.ts'

/**
 * `npm test`: everything that tells whether the product is whole, one step after the other, stopping at the
 * first that fails. Where no browser is installed it installs one, or says in a sentence what to install.
 */
const steps: readonly (readonly [name: string, script: string])[] = [
  ['Types', 'typecheck'],
  ['Lint', 'lint'],
  ['Format', 'format:check'],
  ['Unused code', 'unused'],
  ['Build', 'build'],
  ['Tests', 'unit'],
  ['Whole flows', 'flows'],
]

function test(): number {
  if (!haveBrowser()) {
    console.error(
      'The whole flows run in a browser, and none was found: install Chromium (on Debian “apt-get install chromium”), Google Chrome or Microsoft Edge, then run npm test again.',
    )
    return 1
  }
  for (const [name, script] of steps) {
    const began = Date.now()
    console.log(`\n== ${name}`)
    const { status } = spawnSync('npm', ['run', '-s', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    if (status !== 0) {
      console.error(`\n${name} failed (npm run ${script}).`)
      return 1
    }
    console.log(`== ${name}: all right, ${Math.round((Date.now() - began) / 1000)} s`)
  }
  console.log('\nEverything passed.')
  return 0
}

/** On a Debian machine where it may, it installs Chromium itself. */
function haveBrowser(): boolean {
  if (electronBinary() || findChromium()) return true
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  console.log('No browser was found: installing Chromium with apt-get.')
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', 'chromium')
  return findChromium() !== null
}

process.exitCode = test()
