import { makeStyles } from '@fluentui/react-components'
import { type RefObject, useEffect, useRef } from 'react'
import { useDesk } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ActionDrawer } from './drawer/ActionDrawer.tsx'
import { FilterMenus } from './FilterMenus.tsx'
import { FilterLine } from './FilterLine.tsx'
import { GroupTabs } from './GroupTabs.tsx'
import { usePlan, usePlanStore } from './planContext.tsx'
import { PlanTree } from './PlanTree.tsx'

const useStyles = makeStyles({
  screen: { display: 'flex', height: '100%', minHeight: 0, position: 'relative' },
  plan: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minWidth: 0,
    padding: '20px 16px 0 24px',
    containerType: 'inline-size',
    containerName: 'plan',
  },
})

/** The plan as a tree table with its filters; everything about one action beside it. */
export function PlanScreen() {
  const styles = useStyles()
  const store = usePlanStore()
  const openId = usePlan((s) => s.openId)
  const error = usePlan((s) => s.error)
  const tree = useRef<HTMLTableElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  useFreshPlan()
  usePlanKeys(screen)
  const close = (): void => {
    store.getState().close()
    tree.current?.focus()
  }
  return (
    <div className={styles.screen} ref={screen}>
      <div className={styles.plan}>
        <PageHeader title="Work plan" actions={<FilterMenus />} />
        <ErrorBar error={error} onRetry={() => void store.getState().load()} />
        <GroupTabs />
        <FilterLine />
        <PlanTree ref={tree} />
      </div>
      {openId !== null && <ActionDrawer actionId={openId} onClose={close} />}
    </div>
  )
}

/** Reads the plan again when it comes on screen, when the programme changes, and when another screen asks for rows. */
function useFreshPlan(): void {
  const store = usePlanStore()
  const { app } = useDesk()
  useEffect(() => {
    const wish = app.getState().takePlanWish()
    if (!wish) return void store.getState().load()
    if (wish.actionId === null) store.getState().close()
    else store.getState().open(wish.actionId)
    void store.getState().show(wish.query)
  }, [app, store])
  useEffect(
    () =>
      app.subscribe((now, before) => {
        if (now.app?.programme?.revision !== before.app?.programme?.revision) void store.getState().load()
      }),
    [app, store],
  )
}

function usePlanKeys(screen: RefObject<HTMLDivElement | null>): void {
  const store = usePlanStore()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        screen.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
      }
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        if (store.getState().openId === null) return
        event.preventDefault()
        store.getState().step(event.key === 'ArrowDown' ? 1 : -1)
      }
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [store, screen])
}
