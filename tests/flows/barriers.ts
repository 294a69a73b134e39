import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Findings of axe that shut people out: which rule, where. */
export async function barriers(page: Page): Promise<readonly string[]> {
  // legacy mode: the other would open a second window, which the app forbids
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // Fluent's own catchers of the Tab key at the edge of a widget: they pass the focus on at once
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
}
