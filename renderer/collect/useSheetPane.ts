import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** How the pane with the original row stands: kept on this computer, because screens differ. */
type SheetPane = { readonly open: boolean; readonly width: number }

const key = 'collect.sheet-pane'
export const narrowest = 240
export const widest = 640
const usual: SheetPane = { open: true, width: 320 }

const store = createStore<SheetPane>()(() => recall())

export const useSheetPane = (): SheetPane => useStore(store)

export function setSheetPane(change: Partial<SheetPane>): void {
  const next = { ...store.getState(), ...change }
  store.setState({ ...next, width: Math.min(widest, Math.max(narrowest, Math.round(next.width))) })
  try {
    localStorage.setItem(key, JSON.stringify(store.getState()))
  } catch {
    // Without storage the width is that of this session.
  }
}

function recall(): SheetPane {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('open' in kept) || !('width' in kept)) return usual
    const width = Number(kept.width)
    return { open: kept.open === true, width: width >= narrowest && width <= widest ? width : usual.width }
  } catch {
    return usual
  }
}
