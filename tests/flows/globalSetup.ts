import { buildApp } from '../../build/scripts/build.ts'
import { electronBinary } from '../../build/scripts/electronBinary.ts'
import { isOutOfDate } from '../../build/scripts/isOutOfDate.ts'
import { findChromium, noChromium } from '../../build/chromium-host/findChromium.ts'

/** Builds the app where its sources are newer, and says what to install where nothing can run it. */
export default async function globalSetup(): Promise<void> {
  if (!electronBinary() && !findChromium()) throw new Error(noChromium)
  if (isOutOfDate()) await buildApp()
}
