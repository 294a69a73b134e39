import { useSyncExternalStore } from 'react'
import type { Look } from './theme.ts'

const forced = window.matchMedia('(forced-colors: active)')
const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** Light, dark or high contrast, as the system says now. */
export function useLook(): Look {
  return useSyncExternalStore(listen, lookNow)
}

function listen(changed: () => void): () => void {
  for (const media of [forced, dark]) media.addEventListener('change', changed)
  return () => {
    for (const media of [forced, dark]) media.removeEventListener('change', changed)
  }
}

function lookNow(): Look {
  if (forced.matches) return 'contrast'
  return dark.matches ? 'dark' : 'light'
}
