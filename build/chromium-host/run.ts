import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { hostOptions } from './hostOptions.ts'

/**
 * Runs the built, unmodified main bundle in this process: the one thing changed is what `electron` means.
 * Started by `launch.ts` and by `npm start`; the words after it are the app's own.
 */
const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
})

const { serveControl } = await import('./control.ts')
serveControl()
await import(pathToFileURL(hostOptions().main).href)
