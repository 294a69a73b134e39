import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Locator, type Page } from '@playwright/test'
import { startHost, type Host } from './hosts.ts'

type Fixtures = {
  /** A folder of this test alone, which goes afterwards. */
  readonly folder: string
  /** Words of the command line that the app starts with. */
  readonly argv: readonly string[]
  /** The built app, running on a fresh data folder. */
  readonly desk: Host
}

/** The specs' `test`: every one starts the app afresh, and leaves a picture of its window where it fails. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-flow-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  argv: [[], { option: true }],
  desk: async ({ folder, argv }, use, info) => {
    const desk = await startHost({ userData: join(folder, 'data'), argv })
    await use(desk)
    if (info.status !== info.expectedStatus) {
      const picture = await desk.page.screenshot().catch(() => null)
      if (picture) await info.attach('window', { body: picture, contentType: 'image/png' })
    }
    await desk.close()
  },
})
export { expect } from '@playwright/test'

/** Drags files from outside onto a part of the page and drops them there, as a person does. */
export async function dropFiles(page: Page, onto: Locator, paths: readonly string[]): Promise<void> {
  await onto.scrollIntoViewIfNeeded()
  const box = await onto.boundingBox()
  if (!box) throw new Error('there is nothing to drop on')
  const debug = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debug.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await debug.detach()
}
