import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of an installed Chromium, Chrome or Edge: what `CHROMIUM` names, else what stands in the path, else
 * the usual places of the three systems. Null where there is none.
 */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string | null {
  const named = env['CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return candidates(env, platform).find((path) => existsSync(path)) ?? null
}

/** What to say where there is none. */
export const noChromium =
  'No Chromium, Chrome or Edge was found: install one (on Debian or Ubuntu: sudo apt-get install chromium), or name it in the environment variable CHROMIUM.'

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  const inPath = (names: readonly string[]): string[] =>
    (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ]
    return programs.flatMap((program) => roots.flatMap((root) => (root ? [join(root, program)] : [])))
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  return inPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'])
}
