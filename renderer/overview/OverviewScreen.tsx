import { Button, makeStyles } from '@fluentui/react-components'
import type { OverviewView } from '../../shared/view/overview.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useProgramme } from '../app/useProgramme.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useCall } from '../ui/useCall.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import { ChangedLast } from './ChangedLast.tsx'
import { Freshness } from './Freshness.tsx'
import { Piles } from './Piles.tsx'
import { Standings } from './Standings.tsx'
import { Totals } from './Totals.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 248px',
    gap: '28px',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  main: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  side: { display: 'flex', flexDirection: 'column', gap: '24px', minWidth: 0 },
})

/** One look says where the programme stands; every figure leads to its rows of the work plan. */
export function OverviewScreen() {
  const surface = useSurfaceStyles()
  const { value, error, reload } = useCall('overview', {})
  return (
    <div className={surface.screen}>
      <PageHeader
        title="Where the programme stands"
        about={value ? `${sayDay(value.today)}. ${value.sentence}` : ' '}
      />
      <ErrorBar error={error} onRetry={reload} />
      {value && <Body view={value} />}
    </div>
  )
}

function Body({ view }: { view: OverviewView }) {
  const styles = useStyles()
  if (view.total === 0) return <NoPlan />
  return (
    <>
      <Totals view={view} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Standings view={view} />
          <Piles view={view} />
        </div>
        <div className={styles.side}>
          <Freshness view={view} />
          <ChangedLast view={view} />
        </div>
      </div>
    </>
  )
}

function NoPlan() {
  const { open, openSample } = useProgramme()
  return (
    <EmptyState
      title="This programme has no actions"
      actions={
        <>
          <Button onClick={() => void open(null)}>Open another programme…</Button>
          <Button onClick={() => void openSample()}>Try the Cumbria sample</Button>
        </>
      }
    >
      Where it stands shows here as soon as there is a plan. The sample shows how that looks.
    </EmptyState>
  )
}
