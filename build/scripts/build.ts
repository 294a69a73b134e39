import { build } from 'vite'
import { mainConfig } from '../vite/mainConfig.ts'
import { preloadConfig } from '../vite/preloadConfig.ts'
import { rendererConfig } from '../vite/rendererConfig.ts'

/** Builds the window, the main process and the preload script into `dist/`. Throws where one does not build. */
export async function buildApp(): Promise<void> {
  process.env['NODE_ENV'] = 'production'
  await Promise.all([build(rendererConfig), build(mainConfig), build(preloadConfig)])
}

if (import.meta.main) {
  const started = performance.now()
  await buildApp()
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
