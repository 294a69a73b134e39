import { Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { Search16Regular } from '@fluentui/react-icons'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { FoundAction } from '../../shared/ipc/importCalls.ts'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { scrollOnArrival } from '../ui/scrollOnArrival.ts'
import { useCall } from '../ui/useCall.ts'
import { count } from './collectWords.ts'
import type { ReviewRow } from './reviewRows.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: '2px',
    minWidth: 0,
    height: '232px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  option: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(44px, max-content) minmax(0, 1fr)',
    gap: '0 10px',
    alignItems: 'baseline',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  ref: { fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' },
  about: { gridColumn: 3, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

type Props = {
  readonly row: ReviewRow
  readonly chosen: FoundAction | null
  readonly onChoose: (found: FoundAction | null) => void
}

/** Finds an action of the plan: the best guesses from the row's own text at once, others by what is typed. Enter takes the chosen one. */
export function FindAction({ row, chosen, onChoose }: Props) {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const own = [row.row.ref, row.row.action].filter(Boolean).join(' ')
  const guess = typed.trim() === ''
  const { value } = useCall('import.findAction', { text: guess ? own : typed })
  const found = value ?? []
  const at = found.findIndex((f) => f.actionId === chosen?.actionId)
  useEffect(() => {
    // The best answer stands chosen, so that Enter takes it.
    if (value && at === -1) onChoose(value[0] ?? null)
  }, [value, at, onChoose])
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onChoose(found[Math.max(0, Math.min(found.length - 1, at + by))] ?? null)
  }
  return (
    <>
      <Field label="Find an action by its reference, words, group or lead">
        <Input
          ref={focusOnArrival}
          type="search"
          contentBefore={<Search16Regular />}
          value={typed}
          onChange={(_, d) => setTyped(d.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <output>
        <Text size={200}>{sayFound(guess, value)}</Text>
      </output>
      <fieldset className={styles.list} aria-label="Actions">
        {found.map((f, n) => (
          <label
            key={f.actionId}
            ref={n === at ? scrollOnArrival : undefined}
            className={mergeClasses(styles.option, n === at && styles.chosen)}
          >
            <input type="radio" name="found-action" checked={n === at} onChange={() => onChoose(f)} />
            <span className={styles.ref}>{f.ref}</span>
            <span className={styles.text}>{f.action}</span>
            <span className={styles.about}>
              {f.group} {f.groupName}
              {f.leads.length > 0 && ` · ${f.leads.join(', ')}`}
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

function sayFound(guess: boolean, found: readonly FoundAction[] | null): string {
  if (!found) return ''
  if (guess)
    return found.length === 0
      ? 'Nothing in the plan is like this row.'
      : 'Best guesses from the row’s own text:'
  return found.length === 0 ? 'No action has these words.' : `${count(found.length, 'action')} found:`
}
