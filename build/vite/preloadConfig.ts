import type { InlineConfig } from 'vite'
import { paths } from './paths.ts'

/** The preload script: one CommonJS file, because a sandboxed preload cannot import others. */
export const preloadConfig: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: paths.root,
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: paths.preloadEntry,
    outDir: paths.outPreload,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: false,
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
}
