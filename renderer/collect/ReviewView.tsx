import {
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Button,
  Text,
  tokens,
} from '@fluentui/react-components'
import { sayError } from '../../shared/errors.ts'
import { sayRows } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { CommitBar } from './CommitBar.tsx'
import { FileList } from './FileList.tsx'
import { FileSummary } from './FileSummary.tsx'
import { ReviewList } from './ReviewList.tsx'
import { readFiles } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'
import { useReviewKeys } from './useReviewKeys.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, boxSizing: 'border-box' },
  head: { padding: '10px 24px' },
  error: { padding: '0 24px 12px' },
  panes: {
    display: 'grid',
    gridTemplateColumns: '256px minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rows: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
})

/** What a commit would do, row by row: files on the left, what needs a person first, the commit below. */
export function ReviewView({ review }: { review: Review }) {
  const styles = useStyles()
  useReviewKeys()
  const file = readFiles(review.document).find((f) => f.file === review.file)
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text>{`${sayRows(review.rows)}. Nothing is written yet.`}</Text>
      </div>
      <Refused review={review} />
      <div className={styles.panes}>
        <FileList review={review} />
        <div className={styles.rows}>
          {file && <FileSummary file={file} />}
          <ReviewList review={review} />
        </div>
      </div>
      <CommitBar review={review} />
    </div>
  )
}

/** Why a commit was refused; where the programme has moved on, the way to look again. */
function Refused({ review }: { review: Review }) {
  const styles = useStyles()
  const previewAgain = useCollect((s) => s.previewAgain)
  if (!review.error) return null
  const stale = review.error.code === 'stale-plan' || review.error.code === 'overtaken'
  return (
    <div className={styles.error}>
      <MessageBar intent={stale ? 'warning' : 'error'} layout="multiline" role="alert">
        <MessageBarBody>
          {sayError(review.error)}
          {stale && ' Your decisions are kept where the row still says the same.'}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => void previewAgain()}>
            Preview again
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
