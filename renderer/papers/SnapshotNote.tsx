import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { usePapers } from './usePapers.ts'

/** A paper from a snapshot never changes: what is entered now goes into the programme. */
export function SnapshotNote() {
  const { options, choice, choose } = usePapers((s) => s)
  const label = options?.snapshots.find((s) => s.id === choice.asAt)?.label ?? ''
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        This paper is made from “{label}” and stays as that was. What you enter below goes into the programme
        and shows in papers made from now.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void choose({ asAt: null })}>
          Make it from now
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
