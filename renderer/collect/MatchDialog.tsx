import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { RowAnswer } from '../../shared/import/importAnswers.ts'
import type { ActionPlace, FoundAction } from '../../shared/ipc/importCalls.ts'
import { useDraft } from '../ui/draftStore.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useFocusReturn } from '../ui/useFocusReturn.ts'
import type { Review } from './collectStore.ts'
import { FindAction } from './FindAction.tsx'
import { NewActionFields } from './NewActionFields.tsx'
import type { ReviewRow } from './reviewRows.ts'
import { SetAsideFields } from './SetAsideFields.tsx'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', minHeight: '380px' },
  own: {
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    flexShrink: 0,
  },
  text: { overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: 4, WebkitBoxOrient: 'vertical' },
  where: { display: 'block', color: tokens.colorNeutralForeground2 },
})

type Kind = 'action' | 'new' | 'set-aside'

const words: Readonly<Record<Kind, { readonly tab: string; readonly save: string }>> = {
  action: { tab: 'An action of the plan', save: 'Match' },
  new: { tab: 'A new action', save: 'Make it a new action' },
  'set-aside': { tab: 'Set aside', save: 'Set aside' },
}

type Draft = { readonly objectiveId: string; readonly ref: string; readonly reason: string }

/** Says what a row is: an action of the plan, a new one, or nothing to bring in. */
export function MatchDialog({ row, review }: { row: ReviewRow; review: Review }) {
  const styles = useStyles()
  useFocusReturn('[data-review] [data-here="true"]')
  const open = useCollect((s) => s.open)
  const answerRow = useCollect((s) => s.answerRow)
  const [kind, setKind] = useState<Kind>('action')
  const [found, setFound] = useState<FoundAction | null>(null)
  const [place, setPlace] = useState<ActionPlace | null>(null)
  const draft = useDraft(`${review.id} ${row.key}`, { objectiveId: '', ref: '', reason: '' })
  const as = answerOf(kind, found, place, draft.values)
  const close = (): void => open(null)
  const save = async (answer: RowAnswer['as'] | null): Promise<void> => {
    if (!answer || review.busy !== 'no') return
    if (await answerRow(row.key, answer, sayDone(answer, found, row))) draft.clear()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(as)
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && close()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>What is this row?</DialogTitle>
            <DialogContent className={styles.content}>
              <OwnText row={row} />
              <TabList size="small" selectedValue={kind} onTabSelect={(_, d) => setKind(d.value as Kind)}>
                {(Object.keys(words) as Kind[]).map((k) => (
                  <Tab key={k} value={k}>
                    {words[k].tab}
                  </Tab>
                ))}
              </TabList>
              {kind === 'action' && <FindAction row={row} chosen={found} onChoose={setFound} />}
              {kind === 'new' && <NewActionFields row={row} draft={draft} onPlace={setPlace} place={place} />}
              {kind === 'set-aside' && (
                <SetAsideFields reason={draft.values.reason} onChange={(r) => draft.set('reason', r)} />
              )}
              <ErrorBar error={review.error} />
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={as === null || review.busy !== 'no'}>
                {words[kind].save}
              </Button>
              <Button onClick={close}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function OwnText({ row }: { row: ReviewRow }) {
  const styles = useStyles()
  const { sheet, ref, action } = row.row
  return (
    <section className={styles.own} aria-label="The row’s own text">
      <Text size={200} className={styles.where}>
        {row.file}: {sheet}, row {row.row.row}
        {ref && `, reference ${ref}`}
      </Text>
      <span className={styles.text}>{action ?? 'This row has no action text.'}</span>
    </section>
  )
}

const actionOf = (found: FoundAction): RowAnswer['as'] => ({ kind: 'action', actionId: found.actionId })

/** The answer as far as the dialog has one. */
function answerOf(
  kind: Kind,
  found: FoundAction | null,
  place: ActionPlace | null,
  typed: Draft,
): RowAnswer['as'] | null {
  if (kind === 'action') return found && actionOf(found)
  if (kind === 'set-aside') {
    const reason = typed.reason.trim()
    return reason === '' ? null : { kind, reason }
  }
  const ref = typed.ref.trim() || (place?.nextRef ?? '')
  return place && ref !== '' ? { kind, objectiveId: place.objectiveId, ref } : null
}

function sayDone(as: RowAnswer['as'], found: FoundAction | null, row: ReviewRow): string {
  const name = `${row.row.sheet} row ${row.row.row}`
  if (as.kind === 'new') return `New action ${as.ref}: ${name}.`
  if (as.kind === 'set-aside') return `Set aside: ${name}.`
  return `Matched${found ? ` with ${found.ref}` : ''}: ${name}.`
}
