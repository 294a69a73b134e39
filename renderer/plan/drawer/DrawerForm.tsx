import { Button } from '@fluentui/react-components'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

type Props = {
  readonly label: string
  /** The `data-opens` of the button that asked for it, which has the focus again afterwards. */
  readonly opener: string
  readonly save: string
  readonly error: AppError | null
  readonly busy: boolean
  readonly onSave: () => Promise<void> | void
  readonly onCancel: () => void
  /** Escape: the form goes, and what was typed is there again when it is next asked for. */
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** A form that was asked for: its first field has the focus, what was refused stands above its buttons. */
export function DrawerForm({ label, opener, save, error, busy, onSave, onCancel, onLeave, children }: Props) {
  const styles = useDrawerStyles()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:checked, input, select, textarea')?.focus()
    return () => {
      requestAnimationFrame(() => giveFocusBack(opener))
    }
  }, [opener])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void onSave()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  return (
    // Escape leaves the form before it leaves the action; every control inside has keys of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={label}
      ref={form}
    >
      {children}
      <ErrorBar error={error} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {save}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  )
}

/** Only where the form took the focus away with it: a person who has gone elsewhere stays there. */
function giveFocusBack(opener: string): void {
  if (document.activeElement !== document.body) return
  const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector)
  const target = find(`[data-opens="${opener}"]`) ?? find('[data-drawer-title]')
  target?.focus()
}
