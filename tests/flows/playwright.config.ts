import { defineConfig } from '@playwright/test'

/** Specs of the whole built app. One at a time: each runs the app and a browser of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './globalSetup.ts',
  outputDir: '../../test-results',
  workers: 1,
  // generous, because a busy machine takes long to start a browser
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['list']],
})
