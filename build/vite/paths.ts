import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where the sources of the bundles lie and where the bundles go. */
export const paths = {
  root: at(''),
  renderer: at('renderer'),
  mainEntry: at('electron/host/main.ts'),
  previewWorkerEntry: at('electron/import/previewWorker.ts'),
  planWorkerEntry: at('electron/plan-in/planWorker.ts'),
  preloadEntry: at('electron/host/preload.ts'),
  out: at('dist'),
  outRenderer: at('dist/renderer'),
  outMain: at('dist/main'),
  main: at('dist/main/main.mjs'),
  outPreload: at('dist/preload'),
} as const
