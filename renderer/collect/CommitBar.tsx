import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { useApp } from '../app/client.tsx'
import { count, sayEffect } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { effectOf } from './reviewRows.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '56px',
    padding: '8px 24px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  words: { flexGrow: 1, minWidth: 0 },
  said: { display: 'block', minHeight: '16px', color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
})

/** What a commit will do, in words, and the button that does it. */
export function CommitBar({ review }: { review: Review }) {
  const styles = useStyles()
  const commit = useCollect((s) => s.commit)
  const refresh = useApp((s) => s.refresh)
  const effect = useMemo(() => effectOf(review.rows, review.choices), [review.rows, review.choices])
  const undoDecision = useCollect((s) => s.undoDecision)
  const asked = review.rows.some((r) => r.open.length > 0)
  // What was kept or set aside is remembered, so that nobody is asked again.
  const settles = effect.kept > 0 || review.answers.rows.length > 0
  return (
    <div className={styles.bar} data-region>
      <div className={styles.words}>
        <output>
          <Text weight="semibold">{sayEffect(effect)}</Text>
        </output>
        <output>
          <Text size={200} className={styles.said} data-said>
            {review.said}
          </Text>
        </output>
      </div>
      <KeysHelp />
      <Button
        className={styles.button}
        icon={<ArrowUndo20Regular />}
        disabled={review.history.length === 0 || review.busy !== 'no'}
        aria-keyshortcuts="U"
        title={review.history.at(-1)?.said ?? 'Nothing decided yet'}
        onClick={() => void undoDecision()}
      >
        Undo last
      </Button>
      {asked && <DecideMenu undecided={effect.undecided} />}
      <DiscardButton decided={review.history.length} />
      <Button
        className={styles.button}
        appearance="primary"
        disabled={(effect.fields === 0 && !settles) || review.busy !== 'no'}
        onClick={() => void commit().then(refresh)}
      >
        {commitLabel(effect.fields, settles, review.busy === 'committing')}
      </Button>
    </div>
  )
}

function commitLabel(fields: number, settles: boolean, committing: boolean): string {
  if (committing) return 'Committing…'
  if (fields > 0) return `Commit ${count(fields, 'change')}`
  return settles ? 'Commit decisions' : 'Nothing to commit'
}

function DecideMenu({ undecided }: { undecided: number }) {
  const styles = useStyles()
  const decideAll = useCollect((s) => s.decideAll)
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.button}>Decide the rest</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={undecided === 0} onClick={() => decideAll('returned')}>
            Take everything not decided yet
          </MenuItem>
          <MenuItem disabled={undecided === 0} onClick={() => decideAll('current')}>
            Keep everything not decided yet
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Leaves the preview; asks first where decisions would be lost. */
function DiscardButton({ decided }: { decided: number }) {
  const styles = useStyles()
  const leave = useCollect((s) => s.leave)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button className={styles.button} onClick={() => (decided > 0 ? setAsking(true) : leave())}>
        Discard
      </Button>
      <Dialog open={asking} onOpenChange={(_, data) => setAsking(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>Discard this preview?</DialogTitle>
            <DialogContent>
              Nothing was written, and the workbooks stay as they are. Your {count(decided, 'decision')} will
              be forgotten.
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={leave}>
                Discard
              </Button>
              <Button onClick={() => setAsking(false)}>Go on reviewing</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  )
}
