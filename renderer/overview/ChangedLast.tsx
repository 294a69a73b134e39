import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { OverviewView } from '../../shared/view/overview.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { sayOrigin } from '../ui/sayOrigin.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'

const shown = 5

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  label: { overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground3 },
})

/** The newest lines of the audit trail. */
export function ChangedLast({ view }: { view: OverviewView }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  return (
    <section aria-labelledby="changed-heading">
      <h2 id="changed-heading" className={surface.heading}>
        What changed last
      </h2>
      {view.recent.length === 0 && <Text className={styles.about}>Nothing has changed yet.</Text>}
      <ul className={styles.list}>
        {view.recent.slice(0, shown).map((line) => (
          <li key={`${line.at} ${line.label}`}>
            <Text block className={styles.label}>
              {line.label.charAt(0).toLocaleUpperCase('en-GB') + line.label.slice(1)}
            </Text>
            <Text block size={200} className={styles.about}>
              {sayDay(line.at)}, {line.actor}
              {sayOrigin(line.origin)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
