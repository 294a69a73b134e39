import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchDesk } from '../../build/chromium-host/launch.ts'
import { buildApp } from '../../build/scripts/build.ts'
import { isOutOfDate } from '../../build/scripts/isOutOfDate.ts'
import { runtimePackages } from '../../build/vite/mainConfig.ts'
import { paths } from '../../build/vite/paths.ts'
import { standInElectron } from './standInElectron.ts'

const work = mkdtempSync(join(tmpdir(), 'desk-package-'))
const packed = join(work, 'release/linux-unpacked')
const archive = join(packed, 'resources/app.asar')
let listed: readonly string[] = []

beforeAll(async () => {
  if (isOutOfDate()) await buildApp()
  const { version } = JSON.parse(
    readFileSync(join(paths.root, 'node_modules/electron/package.json'), 'utf8'),
  ) as {
    readonly version: string
  }
  const electron = standInElectron(join(work, 'electron'), version)
  const builder = join(paths.root, 'node_modules/electron-builder/cli.js')
  const where = [`-c.electronDist=${electron}`, `-c.directories.output=${join(work, 'release')}`]
  execFileSync(process.execPath, [builder, '--linux', 'dir', ...where], { cwd: paths.root, stdio: 'pipe' })
  listed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
}, 120_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** The package that a path inside the archive belongs to. */
const packageOf = (path: string): string | undefined =>
  /^\/node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)\//.exec(path)?.[1]

test('the archive holds the bundles, the manifest and the packages of run time, nothing else', () => {
  const tops = new Set(listed.map((path) => path.split('/')[1]))
  expect([...tops].toSorted()).toEqual(['dist', 'node_modules', 'package.json'])
  const bundles = new Set(
    listed.filter((path) => path.startsWith('/dist/')).map((path) => path.split('/')[2]),
  )
  expect([...bundles].toSorted()).toEqual(['main', 'preload', 'renderer'])
  for (const file of [
    '/dist/main/main.mjs',
    '/dist/main/planWorker.mjs',
    '/dist/main/previewWorker.mjs',
    '/dist/preload/preload.cjs',
    '/dist/renderer/index.html',
  ]) {
    expect(listed).toContain(file)
  }
  const packages = new Set(listed.flatMap((path) => packageOf(path) ?? []))
  const native = /^@resvg\/resvg-js-/ // the binary of the one system
  expect([...packages].filter((name) => !native.test(name)).toSorted()).toEqual(
    [...runtimePackages].toSorted(),
  )
})

test('there are no sources, tests, maps or notes in it', () => {
  const unwanted = listed.filter(
    (path) => /\.(ts|tsx|cts|mts|map|c|cc|cpp|h|gyp|md)$/.test(path) && !path.startsWith('/dist/'),
  )
  expect(unwanted).toEqual([])
  expect(listed.filter((path) => /\.map$|\.tsx?$|\/(test|tests|__tests__|fixtures)\//.test(path))).toEqual([])
  for (const name of ['main/main.mjs', 'preload/preload.cjs']) {
    expect(readFileSync(join(paths.out, name), 'utf8')).not.toContain('sourceMappingURL')
  }
})

test('SQLite’s and resvg’s binaries and the fonts lie beside the archive', () => {
  const beside = (path: string): boolean => existsSync(join(`${archive}.unpacked`, path))
  const natives = listed.filter((path) => path.endsWith('.node'))
  expect(natives.some((path) => path.startsWith('/node_modules/better-sqlite3/prebuilds/linux-'))).toBe(true)
  expect(natives.some((path) => path.startsWith('/node_modules/@resvg/'))).toBe(true)
  expect(natives.filter((path) => !beside(path))).toEqual([])
  const fonts = listed.filter((path) => path.endsWith('.ttf'))
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((path) => !beside(path))).toEqual([])
})

test('the manifest in the package names the main bundle, and no development packages', () => {
  const manifest = JSON.parse(readFileSync(join(extracted(), 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  expect(manifest).toMatchObject({
    name: 'send-improvement-desk',
    main: 'dist/main/main.mjs',
    type: 'module',
  })
  expect(manifest).not.toHaveProperty('devDependencies')
})

test('Electron’s fuses are set: no Node on the side, nothing loaded but the archive', async () => {
  const fuses = await getCurrentFuseWire(join(packed, 'send-improvement-desk'))
  expect(fuses[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
  expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(FuseState.ENABLE)
})

test('what is packed is enough: from it the app opens, starts the sample, reads a workbook in its own thread and draws a paper', async () => {
  const sample = join(work, 'sample.desk')
  const paper = join(work, 'DfE return.docx')
  const desk = await launchDesk({
    userData: join(work, 'data'),
    main: join(extracted(), 'dist/main/main.mjs'),
  })
  const call = (name: string, input: object): Promise<unknown> =>
    desk.page.evaluate(([name, input]) => (window as unknown as Window).desk.call(name, input), [
      name,
      input,
    ] as const)
  try {
    await desk.answerDialog('save', [sample])
    expect(await call('programme.openSample', {})).toMatchObject({ ok: true, value: { path: sample } })
    const tracker = join(work, 'Return.csv')
    writeFileSync(tracker, 'Ref,Action,Progress\n1.1.1,,Interviews held\n')
    expect(await call('import.preview', { paths: [tracker], sender: null, on: null })).toMatchObject({
      ok: true,
      value: { document: { totals: { rows: 1, changed: 1 } } },
    })
    await desk.answerDialog('save', [paper])
    const choice = {
      kind: 'dfe-return',
      board: null,
      group: null,
      period: null,
      asAt: null,
      public: false,
      format: 'docx',
    }
    expect(await call('paper.save', choice)).toMatchObject({ ok: true, value: { out: paper } })
    expect(readFileSync(paper).subarray(0, 2).toString()).toBe('PK')
  } finally {
    await desk.close()
  }
}, 180_000)

type Window = { desk: { call(name: string, input: unknown): Promise<unknown> } }

/** The archive's files in a folder far from the project, so that nothing can be found in its node_modules. */
function extracted(): string {
  const folder = join(work, 'extracted')
  if (!existsSync(folder)) extractAll(archive, folder)
  return folder
}
