import { Button, makeStyles, Tab, TabList, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowDown20Regular, ArrowUp20Regular, Dismiss20Regular } from '@fluentui/react-icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useHasDraft } from '../../ui/draftStore.ts'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useCall } from '../../ui/useCall.ts'
import { usePlan, usePlanStore } from '../planContext.tsx'
import { neighbour } from '../planLines.ts'
import type { DrawerTab } from '../planStore.ts'
import { DatesTab } from './DatesTab.tsx'
import { DrawerHead } from './DrawerHead.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { LinksTab } from './LinksTab.tsx'
import { NowTab } from './NowTab.tsx'
import { ratingDraftKey } from './RatingForm.tsx'
import { RecoveryTab } from './RecoveryTab.tsx'
import { TextsTab } from './TextsTab.tsx'

const useStyles = makeStyles({
  drawer: {
    width: '480px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1000px)': {
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      zIndex: 5,
      maxWidth: '100%',
      boxShadow: tokens.shadow28,
    },
  },
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '12px 12px 0 20px', minHeight: '44px' },
  ref: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  tabs: { padding: '0 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px 20px 32px', outlineStyle: 'none' },
})

/** Everything about one action, beside the plan. It does not hold the focus: the plan can be walked while it is open. */
export function ActionDrawer({ actionId, onClose }: { actionId: string; onClose: () => void }) {
  const styles = useStyles()
  const { value, error, reload } = useCall('action', { id: actionId })
  const view = value?.id === actionId ? value : null
  const title = useRef<HTMLHeadingElement>(null)
  const arrived = useRef(false)
  useEffect(() => {
    if (view && !arrived.current) {
      arrived.current = true
      title.current?.focus()
    }
  }, [view])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    // Escape closes from anywhere inside; every control inside has keys of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions
    <aside
      className={styles.drawer}
      aria-label={view ? `Action ${view.ref}` : 'Action'}
      data-region
      onKeyDown={onKeyDown}
    >
      <div className={styles.bar}>
        <h2 className={styles.ref} tabIndex={-1} ref={title} data-region-start data-drawer-title>
          {view?.ref}
        </h2>
        <Steps actionId={actionId} />
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close action"
          title="Close (Escape)"
          onClick={onClose}
        />
      </div>
      <ErrorBar error={error} onRetry={reload} />
      {view && <Detail view={view} key={view.id} />}
    </aside>
  )
}

function Steps({ actionId }: { actionId: string }) {
  const store = usePlanStore()
  const view = usePlan((s) => s.view)
  const step = (by: 1 | -1) => () => store.getState().step(by)
  const has = (by: 1 | -1): boolean => view !== null && neighbour(view, actionId, by) !== null
  return (
    <>
      <Tooltip content="Previous action (Alt+↑)" relationship="description">
        <Button
          appearance="subtle"
          icon={<ArrowUp20Regular />}
          aria-label="Previous action"
          disabledFocusable={!has(-1)}
          onClick={step(-1)}
        />
      </Tooltip>
      <Tooltip content="Next action (Alt+↓)" relationship="description">
        <Button
          appearance="subtle"
          icon={<ArrowDown20Regular />}
          aria-label="Next action"
          disabledFocusable={!has(1)}
          onClick={step(1)}
        />
      </Tooltip>
    </>
  )
}

function Detail({ view }: { view: ActionDetailView }) {
  const styles = useStyles()
  const store = usePlanStore()
  const chosen = usePlan((s) => s.tab)
  const [rating, setRating] = useState(useBegunRating(view.id))
  const showsRecovery = view.needsRecovery || Object.values(view.recovery).some((v) => v !== null)
  const tab: DrawerTab = chosen === 'recovery' && !showsRecovery ? 'now' : chosen
  const rate = (kind: RatingKind): void => {
    setRating(kind)
    store.getState().choose('now')
  }
  return (
    <>
      <DrawerHead view={view} onRate={rate} />
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) => store.getState().choose(value as DrawerTab)}
        aria-label={`Parts of action ${view.ref}`}
      >
        <Tab value="now">Now</Tab>
        <Tab value="dates">Dates</Tab>
        {showsRecovery && <Tab value="recovery">Recovery</Tab>}
        <Tab value="links">Links</Tab>
        <Tab value="texts">Plan text</Tab>
        <Tab value="history">History</Tab>
      </TabList>
      <div className={styles.body} role="tabpanel" aria-label={tabNames[tab]} tabIndex={0}>
        {tab === 'now' && <NowTab view={view} rating={rating} onRated={() => setRating(null)} />}
        {tab === 'dates' && <DatesTab view={view} />}
        {tab === 'recovery' && <RecoveryTab view={view} />}
        {tab === 'links' && <LinksTab view={view} />}
        {tab === 'texts' && <TextsTab view={view} />}
        {tab === 'history' && <HistoryTab view={view} />}
      </div>
    </>
  )
}

/** The rating whose form was left with something typed in it. */
function useBegunRating(actionId: string): RatingKind | null {
  const delivery = useHasDraft(ratingDraftKey(actionId, 'delivery'))
  const impact = useHasDraft(ratingDraftKey(actionId, 'impact'))
  return delivery ? 'delivery' : impact ? 'impact' : null
}

const tabNames: Readonly<Record<DrawerTab, string>> = {
  now: 'Now',
  dates: 'Dates',
  recovery: 'Recovery',
  links: 'Links',
  texts: 'Plan text',
  history: 'History',
}
