import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { sayError } from '../../shared/errors.ts'
import { useFocusArrival } from '../ui/useFocusArrival.ts'
import { sayRows } from './collectWords.ts'
import type { Review } from './collectStore.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { CommitBar } from './CommitBar.tsx'
import { rowOf } from './decisions.ts'
import { FileList } from './FileList.tsx'
import { FileSummary } from './FileSummary.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { ReviewList } from './ReviewList.tsx'
import { readFiles } from './reviewRows.ts'
import { SheetPane } from './SheetPane.tsx'
import { useCollect } from './useCollect.ts'
import { useReviewKeys } from './useReviewKeys.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, boxSizing: 'border-box' },
  head: { padding: '8px 24px' },
  error: { padding: '0 24px 12px' },
  panes: {
    display: 'grid',
    gridTemplateColumns: '232px minmax(0, 1fr) auto',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rows: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
})

/** What a commit would do: the files, the rows that need a person in one queue, the row as it stands in its sheet. */
export function ReviewView({ review }: { review: Review }) {
  const styles = useStyles()
  useReviewKeys()
  useFocusArrival('[data-review] [data-here="true"], [data-review] [aria-expanded]')
  const files = readFiles(review.document)
  const file = files.find((f) => f.file === review.file) ?? (files.length === 1 ? files[0] : undefined)
  const matching = review.dialog?.kind === 'match' ? rowOf(review, review.dialog.rowKey) : null
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text>{`${sayRows(review.rows, review.choices, review.cleanTaken)}. Nothing is written yet.`}</Text>
      </div>
      {review.dialog === null && <Refused review={review} />}
      <div className={styles.panes}>
        <FileList review={review} />
        <div className={styles.rows}>
          {file && <FileSummary key={file.file} file={file} review={review} />}
          <ReviewList review={review} />
        </div>
        <SheetPane review={review} />
      </div>
      <CommitBar review={review} />
      {matching && <MatchDialog key={matching.key} row={matching} review={review} />}
      {review.dialog?.kind === 'columns' && <ColumnsDialog file={review.dialog.file} review={review} />}
    </div>
  )
}

/** Why something was refused; where the programme has moved on, the way to look again. */
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
        {stale && (
          <MessageBarActions>
            <Button size="small" onClick={() => void previewAgain()}>
              Preview again
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  )
}
