import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useFocusArrival } from '../ui/useFocusArrival.ts'
import { sayRestored } from './collectWords.ts'
import { sayFieldName, sayUnknown } from './fieldWords.ts'
import type { PastImportsState } from './pastImportsStore.ts'
import { usePast } from './useCollect.ts'

const useStyles = makeStyles({
  kept: { margin: '4px 0 0', paddingLeft: '20px', maxHeight: '200px', overflowY: 'auto' },
})

/** What an undo restored, and what it kept because somebody has edited it since. */
export function UndoneBar() {
  const undone = usePast((s) => s.undone)
  const dismiss = usePast((s) => s.dismiss)
  return undone ? <Undone undone={undone} onDismiss={dismiss} /> : null
}

type Props = {
  readonly undone: NonNullable<PastImportsState['undone']>
  readonly onDismiss: () => void
}

function Undone({ undone, onDismiss }: Props) {
  const styles = useStyles()
  useFocusArrival('[data-undone]')
  const kept = undone.flatMap((u) => u.result.kept)
  const only = undone.length === 1 ? undone[0] : undefined
  return (
    <MessageBar intent={kept.length > 0 ? 'warning' : 'success'} layout="multiline" data-undone tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>
          {only ? `The import of “${only.file}” was undone.` : `${undone.length} imports were undone.`}
        </MessageBarTitle>
        {sayRestored(undone.map((u) => u.result))}
        {kept.length > 0 && (
          <ul className={styles.kept}>
            {kept.map((k) => (
              <li key={`${k.ref} ${k.field} ${sayUnknown(k.value)}`}>
                {k.ref} {sayFieldName(k.field)}: {k.why} Kept as {k.word ?? `“${sayUnknown(k.value)}”`}.
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="Dismiss message"
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  )
}
