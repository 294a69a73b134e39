import {
  ArrowImport20Filled,
  ArrowImport20Regular,
  DataBarHorizontal20Filled,
  DataBarHorizontal20Regular,
  DocumentText20Filled,
  DocumentText20Regular,
  type FluentIcon,
  TextBulletListTree20Filled,
  TextBulletListTree20Regular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import { CollectScreen } from '../collect/CollectScreen.tsx'
import { OverviewScreen } from '../overview/OverviewScreen.tsx'
import { PapersScreen } from '../papers/PapersScreen.tsx'
import { PlanScreen } from '../plan/PlanScreen.tsx'
import type { ScreenId } from './appStore.ts'

export type Screen = {
  readonly id: ScreenId
  readonly label: string
  readonly icon: FluentIcon
  readonly iconHere: FluentIcon
  readonly component: ComponentType
}

/** The screens in the order of the navigation and of Ctrl+1 to Ctrl+4; one that is not listed is not there. */
export const screens: readonly Screen[] = [
  {
    id: 'overview',
    label: 'Overview',
    icon: DataBarHorizontal20Regular,
    iconHere: DataBarHorizontal20Filled,
    component: OverviewScreen,
  },
  {
    id: 'plan',
    label: 'Work plan',
    icon: TextBulletListTree20Regular,
    iconHere: TextBulletListTree20Filled,
    component: PlanScreen,
  },
  {
    id: 'collect',
    label: 'Collect updates',
    icon: ArrowImport20Regular,
    iconHere: ArrowImport20Filled,
    component: CollectScreen,
  },
  {
    id: 'papers',
    label: 'Papers',
    icon: DocumentText20Regular,
    iconHere: DocumentText20Filled,
    component: PapersScreen,
  },
]
