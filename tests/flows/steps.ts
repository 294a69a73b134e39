import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { paths } from '../../build/vite/paths.ts'
import { expect } from './fixture.ts'
import type { Host } from './hosts.ts'

/** A tracker as a lead sent it back. */
export const tracker = (name: string): string => join(paths.root, 'tests/fixtures/trackers', name)

type ScreenName = 'Overview' | 'Work plan' | 'Collect updates' | 'Papers'

/** Goes to a screen through the navigation, and waits until it is there. */
export async function goTo(page: Page, name: ScreenName): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name: titles[name] })).toBeVisible()
}

const titles: Readonly<Record<ScreenName, string>> = {
  Overview: 'Where the programme stands',
  'Work plan': 'Work plan',
  'Collect updates': 'Collect updates',
  Papers: 'Papers',
}

/** From the start screen into a new sample programme, saved at `path`. */
export async function startSample(desk: Host, path: string): Promise<void> {
  await desk.answerSaveDialog(path)
  await desk.page.getByRole('button', { name: 'Try the Cumbria sample' }).click()
  await expect(desk.page.getByRole('heading', { level: 1, name: titles.Overview })).toBeVisible()
}

/** The row of an action in the work plan. */
export const actionRow = (page: Page, ref: string): Locator =>
  page
    .getByRole('treegrid', { name: 'Work plan' })
    .getByRole('row', { name: new RegExp(`^${ref.replaceAll('.', '\\.')} `) })
