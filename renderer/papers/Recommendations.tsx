import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { Delete16Regular, Edit16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type AppError, sayError } from '../../shared/errors.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { useDesk } from '../app/client.tsx'
import { useDraft } from '../ui/draftStore.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useCall } from '../ui/useCall.ts'
import { usePapers } from './usePapers.ts'

type Recommendation = Output<'recommendation.list'>[number]

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: '4px',
    alignItems: 'start',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  letter: { color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  buttons: { display: 'flex' },
  form: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const boxId = 'new-recommendation'

/** Puts the person where a recommendation is written. */
export function focusRecommendationBox(): void {
  const box = document.getElementById(boxId)
  box?.scrollIntoView({ block: 'center' })
  box?.focus()
}

/** The recommendations of a paper to a board: list, add, edit, remove. */
export function Recommendations({ board }: { board: string }) {
  const styles = useStyles()
  const period = usePapers((s) => s.choice.period)
  const { value, error } = useCall('recommendation.list', { board })
  const shown = (value ?? []).filter((r) => r.period === null || r.period === period)
  return (
    <section className={styles.root} aria-labelledby="recommendations">
      <h2 id="recommendations" className={styles.title}>
        Recommendations to this board
      </h2>
      <ErrorBar error={error} />
      {shown.length > 0 && (
        <ol className={styles.list}>
          {shown.map((r, n) => (
            <Item key={r.id} recommendation={r} letter={`${String.fromCodePoint(97 + (n % 26))})`} />
          ))}
        </ol>
      )}
      <AddBox board={board} period={period} />
    </section>
  )
}

/** Writes to the programme; gives the error where it was refused. */
function useWrite(): <C extends CallName>(name: C, input: Input<C>) => Promise<AppError | null> {
  const { app } = useDesk()
  return async (name, input) => {
    const answer = await app.getState().write(name, input)
    return answer.ok ? null : answer.error
  }
}

function AddBox({ board, period }: { board: string; period: string | null }) {
  const styles = useStyles()
  const write = useWrite()
  const draft = useDraft(`recommendation of ${board}`, { text: '' })
  const [error, setError] = useState<AppError | null>(null)
  const text = draft.values.text.trim()
  const add = async (): Promise<void> => {
    const refused = await write('recommendation.add', { board, period, text })
    setError(refused)
    if (!refused) draft.clear()
  }
  return (
    <div className={styles.form}>
      <Textarea
        id={boxId}
        aria-label="New recommendation"
        placeholder="Begin with a verb: note, agree, endorse…"
        rows={2}
        resize="vertical"
        value={draft.values.text}
        onChange={(_, d) => draft.set('text', d.value)}
      />
      <ErrorBar error={error} />
      <div className={styles.row}>
        <Button size="small" disabled={text === ''} onClick={() => void add()}>
          Add recommendation
        </Button>
      </div>
    </div>
  )
}

function Item({ recommendation, letter }: { recommendation: Recommendation; letter: string }) {
  const styles = useStyles()
  const { app } = useDesk()
  const write = useWrite()
  const [editing, setEditing] = useState(false)
  const remove = async (): Promise<void> => {
    const refused = await write('recommendation.retire', { id: recommendation.id })
    if (refused) app.getState().refuse(sayError(refused))
    else app.getState().say('The recommendation was removed. Ctrl+Z brings it back.')
  }
  if (editing) return <EditBox recommendation={recommendation} onClose={() => setEditing(false)} />
  return (
    <li className={styles.item}>
      <Text size={200} className={styles.letter}>
        {letter}
      </Text>
      <Text size={200} className={styles.text}>
        {recommendation.text}
      </Text>
      <span className={styles.buttons}>
        <Button
          size="small"
          appearance="subtle"
          icon={<Edit16Regular />}
          aria-label={`Edit recommendation ${letter}`}
          onClick={() => setEditing(true)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={`Remove recommendation ${letter}`}
          onClick={() => void remove()}
        />
      </span>
    </li>
  )
}

function EditBox({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const styles = useStyles()
  const write = useWrite()
  const { id, text: before } = recommendation
  const draft = useDraft(`recommendation ${id}`, { text: before })
  const [error, setError] = useState<AppError | null>(null)
  const after = draft.values.text.trim()
  const leave = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    const refused = after === before ? null : await write('recommendation.edit', { id, before, after })
    setError(refused)
    if (!refused) leave()
  }
  return (
    <li className={styles.form}>
      <Textarea
        aria-label="Recommendation"
        rows={3}
        resize="vertical"
        value={draft.values.text}
        onChange={(_, d) => draft.set('text', d.value)}
      />
      <ErrorBar error={error} />
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabled={after === ''} onClick={() => void save()}>
          Save
        </Button>
        <Button size="small" onClick={leave}>
          Cancel
        </Button>
      </div>
    </li>
  )
}
