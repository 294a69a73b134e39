import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import type { RecentProgramme } from '../../shared/ipc/contract.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useProgramme } from '../app/useProgramme.ts'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: '8px',
    fontWeight: tokens.fontWeightRegular,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  path: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  when: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', paddingLeft: '16px' },
})

/** Programmes opened before, newest first; nothing where there are none. */
export function RecentProgrammes({ recent }: { recent: readonly RecentProgramme[] }) {
  const styles = useStyles()
  const { open, removeRecent } = useProgramme()
  if (recent.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="recent-heading">
      <h2 id="recent-heading" className={styles.heading}>
        Recent programmes
      </h2>
      <ul className={styles.list}>
        {recent.map((r) => (
          <li key={r.path} className={styles.line}>
            <Button
              appearance="subtle"
              className={styles.open}
              onClick={() => void open(r.path)}
              title={r.path}
            >
              <span className={styles.words}>
                <Text weight="semibold">{r.name}</Text>
                <Text size={200} className={styles.path}>
                  {r.path}
                </Text>
              </span>
              <Text size={200} className={styles.when}>
                Opened {sayDay(r.openedAt)}
              </Text>
            </Button>
            <Button
              appearance="subtle"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={`Take ${r.name} off this list`}
              title="Take off this list (the file stays)"
              onClick={() => void removeRecent(r.path)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
