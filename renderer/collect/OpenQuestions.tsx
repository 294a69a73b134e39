import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { sayDay } from '../../shared/view/sayDay.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'
import { count } from './collectWords.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
})

/** Values that imports left open: they stay asked until somebody decides. Nothing where there are none. */
export function OpenQuestions() {
  const styles = useStyles()
  const resume = useCollect((s) => s.resume)
  const { value, error, reload } = useCall('import.questions', {})
  const all = (value ?? []).reduce((n, q) => n + q.fields, 0)
  if (error) return <ErrorBar error={error} onRetry={reload} />
  if (!value || value.length === 0) return null
  return (
    <section className={styles.root} aria-labelledby="open-questions" data-questions>
      <h2 id="open-questions" className={styles.title}>
        Values left open ({all})
      </h2>
      <Text className={styles.quiet}>
        Nobody has decided these values yet: the programme says what it said before. The workbooks are not
        needed to decide them.
      </Text>
      <ul className={styles.list}>
        {value.map((q) => (
          <li key={q.importId} className={styles.item} data-question={q.importId}>
            <span className={styles.words}>
              {q.file}
              <Text size={200} block className={styles.quiet}>
                {count(q.fields, 'value')} in {count(q.actions, 'action')}, brought in on {sayDay(q.at)}
                {q.sender ? ` from ${q.sender}` : ''}
              </Text>
            </span>
            <Button
              size="small"
              aria-label={`Decide what ${q.file} left open`}
              onClick={() => void resume(q.importId)}
            >
              Decide…
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
