import type { InlineConfig } from 'vite'
import { paths } from './paths.ts'

/**
 * Packages that the main bundle finds in node_modules at run time: what is native, and the fonts, which are
 * files. Everything else is bundled, so that the package carries no package that it does not use.
 * `electron-builder.yml` lists the same names.
 */
export const runtimePackages = ['better-sqlite3', '@resvg/resvg-js', '@expo-google-fonts/arimo'] as const

/**
 * The main process and the core, one folder of ES modules for the Node inside Electron; and beside it the entries of the
 * threads that read workbooks and plans, which are started by their files' names.
 */
export const mainConfig: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: paths.root,
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron', ...runtimePackages] },
  build: {
    ssr: true,
    outDir: paths.outMain,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: false,
    minify: false,
    chunkSizeWarningLimit: 10_000,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      // unzipper asks for it only where somebody opens a file from S3, which nobody does here
      external: ['@aws-sdk/client-s3'],
      input: {
        main: paths.mainEntry,
        previewWorker: paths.previewWorkerEntry,
        planWorker: paths.planWorkerEntry,
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
}
