import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { paths } from './paths.ts'

/** The window's bundle: no inline script (the content security policy allows none) and no source maps. */
export const rendererConfig: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: paths.renderer,
  base: './',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: paths.outRenderer,
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    license: { fileName: 'licences.md' },
  },
}
