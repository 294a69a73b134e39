import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
} from '@fluentui/react-components'
import { type AppError, sayError } from '../../shared/errors.ts'

type Props = {
  readonly error: AppError | null
  readonly onRetry?: () => void
  readonly intent?: MessageBarIntent
}

/** A refused call as a sentence where it happened; nothing while there is no error. */
export function ErrorBar({ error, onRetry, intent = 'error' }: Props) {
  if (!error) return null
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>{sayError(error)}</MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
