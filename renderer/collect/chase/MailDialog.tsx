import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  Textarea,
} from '@fluentui/react-components'
import { Copy20Regular, Mail20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { MailChoice } from '../../../shared/ipc/issueCalls.ts'
import { useApp, useClient } from '../../app/client.tsx'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useCall } from '../../ui/useCall.ts'
import { useFocusReturn } from '../../ui/useFocusReturn.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
  button: { whiteSpace: 'nowrap' },
  body: { '& textarea': { minHeight: '260px', maxHeight: '45vh' } },
})

/** The ready e-mail to one recipient: to be opened in the mail program, or copied. */
export function MailDialog({ choice, onClose }: { choice: MailChoice; onClose: () => void }) {
  const styles = useStyles()
  useFocusReturn()
  const client = useClient()
  const say = useApp((s) => s.say)
  const { value: mail, error } = useCall('chase.mail', choice)
  const [refused, setRefused] = useState<AppError | null>(null)
  const run = async (name: 'chase.openMail' | 'chase.copyMail', done: string): Promise<void> => {
    const answer = await client(name, choice)
    if (answer.ok) say(done)
    setRefused(answer.ok ? null : answer.error)
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>E-mail to {choice.name}</DialogTitle>
          <DialogContent className={styles.content}>
            <ErrorBar error={error ?? refused} />
            {mail && (
              <>
                <Field label="Subject">
                  <Input readOnly value={mail.subject} />
                </Field>
                <Field label="Text">
                  <Textarea readOnly className={styles.body} value={mail.body} />
                </Field>
                <Text>
                  Attach “{mail.file}” yourself, and add the address: the programme holds posts, not
                  addresses.
                  {mail.isShortened &&
                    ' The mail program gets a shorter list, because it takes no longer one; Copy gives all of it.'}
                </Text>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              className={styles.button}
              appearance="primary"
              icon={<Mail20Regular />}
              disabled={!mail}
              onClick={() => void run('chase.openMail', 'The e-mail is open in your mail program.')}
            >
              Open in mail program
            </Button>
            <Button
              icon={<Copy20Regular />}
              disabled={!mail}
              onClick={() => void run('chase.copyMail', 'The e-mail was copied.')}
            >
              Copy
            </Button>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
