import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The tab outlives the screen: a look at the plan and back stands where it stood. */
const open = createStore<{ readonly tab: string | null }>()(() => ({ tab: null }))

/** Opens a tab of the screen by its id, from anywhere. */
export const openCollectTab = (tab: string): void => open.setState({ tab })

/** The id of the open tab, null until one was chosen in this session, and how to open another. */
export const useCollectTab = (): readonly [string | null, (tab: string) => void] => [
  useStore(open, (s) => s.tab),
  openCollectTab,
]
