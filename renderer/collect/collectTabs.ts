import type { ComponentType } from 'react'
import { BringBack } from './BringBack.tsx'
import { WhoAnswered } from './chase/WhoAnswered.tsx'
import { HandOut } from './issue/HandOut.tsx'
import { PastImports } from './PastImports.tsx'

export type CollectTab = {
  readonly id: string
  readonly label: string
  /** Fills the screen under the tabs: it scrolls by itself. */
  readonly component: ComponentType
}

/** The tab that is open when the screen is seen for the first time. */
export const firstTab = 'bring-back'

/** The parts of collecting updates, in the order of the month. */
export const collectTabs: readonly CollectTab[] = [
  { id: 'hand-out', label: 'Hand out', component: HandOut },
  { id: 'chase', label: 'Who has answered', component: WhoAnswered },
  { id: 'bring-back', label: 'Bring back', component: BringBack },
  { id: 'past', label: 'Past imports', component: PastImports },
]
