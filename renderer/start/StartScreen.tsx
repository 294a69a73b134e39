import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  Add20Regular,
  DocumentArrowRight20Regular,
  DocumentTable20Regular,
  FolderOpen20Regular,
} from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { useApp, useClient } from '../app/client.tsx'
import { Mark } from '../app/Mark.tsx'
import { useProgramme } from '../app/useProgramme.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { PlanInScreen } from './PlanInScreen.tsx'
import { makePlanInStore } from './planInStore.ts'
import { RecentProgrammes } from './RecentProgrammes.tsx'
import { useDropPlan } from './useDropPlan.ts'

const useStyles = makeStyles({
  screen: {
    height: '100vh',
    overflow: 'auto',
    display: 'flex',
    justifyContent: 'center',
    padding: '8vh 24px 24px',
  },
  column: { width: '100%', maxWidth: '880px', display: 'flex', flexDirection: 'column', gap: '32px' },
  head: { display: 'flex', gap: '20px', alignItems: 'center' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { color: tokens.colorNeutralForeground2 },
  ways: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', gap: '12px' },
  way: {
    justifyContent: 'flex-start',
    alignItems: 'flex-start',
    textAlign: 'left',
    padding: '16px',
    minHeight: '96px',
    gap: '8px',
  },
  wayWords: { display: 'flex', flexDirection: 'column', gap: '2px', fontWeight: tokens.fontWeightRegular },
  drop: { color: tokens.colorNeutralForeground3 },
  foot: { color: tokens.colorNeutralForeground3, marginTop: 'auto' },
})

/** Where the app begins: programmes opened before, and the four ways to one. */
export function StartScreen({ onNew }: { onNew: () => void }) {
  const styles = useStyles()
  const { open, openSample } = useProgramme()
  const recent = useApp((s) => s.app?.recent ?? [])
  const version = useApp((s) => s.app?.version ?? '')
  const client = useClient()
  const [planIn] = useState(() => makePlanInStore(client))
  const { path, error, choose } = useStore(planIn)
  useDropPlan(planIn)
  if (path !== null) return <PlanInScreen store={planIn} />
  return (
    <main className={styles.screen} data-region>
      <div className={styles.column}>
        <div className={styles.head}>
          <Mark size={56} />
          <div>
            <h1 className={styles.title}>SEND Improvement Desk</h1>
            <Text size={400} className={styles.about}>
              Bring in the leads’ workbooks, see what is off track and why, and send out papers that agree
              with the plan.
            </Text>
          </div>
        </div>
        <div className={styles.ways}>
          <Way
            icon={<DocumentTable20Regular />}
            title="Try the Cumbria sample"
            about="A real plan of 108 actions, to look round in and to change as you like."
            primary={recent.length === 0}
            onClick={() => void openSample()}
          />
          <Way
            icon={<Add20Regular />}
            title="New programme"
            about="Give its name, local area and start date."
            onClick={onNew}
          />
          <Way
            icon={<DocumentArrowRight20Regular />}
            title="New from an Excel or Word plan"
            about="Its groups, priorities, objectives and actions are read from its tables; you see all of it first. Or drop one on this window."
            leadsToPlan
            onClick={() => void choose()}
          />
          <Way
            icon={<FolderOpen20Regular />}
            title="Open…"
            about="A programme file (.desk) from a folder; or drop one anywhere on this window."
            onClick={() => void open(null)}
          />
        </div>
        <ErrorBar error={error} />
        <RecentProgrammes recent={recent} />
        <Text size={200} className={styles.foot}>
          Version {version}. Everything stays on this computer.
        </Text>
      </div>
    </main>
  )
}

type WayProps = {
  readonly icon: ReactElement
  readonly title: string
  readonly about: string
  readonly primary?: boolean
  /** Gets the focus back from a plan's preview. */
  readonly leadsToPlan?: boolean
  readonly onClick: () => void
}

function Way({ icon, title, about, primary = false, leadsToPlan = false, onClick }: WayProps) {
  const styles = useStyles()
  return (
    <Button
      className={styles.way}
      appearance={primary ? 'primary' : 'outline'}
      icon={icon}
      onClick={onClick}
      data-from-plan={leadsToPlan || undefined}
    >
      <span className={styles.wayWords}>
        <Text weight="semibold">{title}</Text>
        <Text size={200}>{about}</Text>
      </span>
    </Button>
  )
}
