import { makeStyles, shorthands, ToggleButton } from '@fluentui/react-components'
import {
  ArrowLeft16Regular,
  ArrowRight16Regular,
  Edit16Regular,
  type FluentIcon,
  Merge16Regular,
} from '@fluentui/react-icons'
import type { FieldChange } from '../../shared/import/previewDocument.ts'
import { canTake } from './decisions.ts'
import { isOpen, type ReviewRow, type Take } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '4px', margin: 0, padding: 0, minWidth: 0, ...shorthands.borderWidth(0) },
  button: { minWidth: '0', paddingLeft: '8px', paddingRight: '8px' },
})

type Props = {
  readonly row: ReviewRow
  readonly change: FieldChange
  readonly take: Take | null
  /** Which field of which action, for those who hear the buttons. */
  readonly name: string
}

/** The sides of a field to take. Of a clean value, to keep it out or to write another one. */
export function FieldButtons({ row, change, take, name }: Props) {
  const styles = useStyles()
  const decide = useCollect((s) => s.decide)
  const edit = useCollect((s) => s.edit)
  const { field } = change
  const made = row.row.answer?.kind === 'new'
  const taken = take ?? (isOpen(change, row.row) ? null : 'returned')
  return (
    <fieldset aria-label={name} className={styles.buttons}>
      <Side
        icon={ArrowLeft16Regular}
        name={name}
        word={made ? 'Leave out' : 'Keep'}
        why={made ? 'Leave this value out' : 'Keep what the programme says'}
        keys="ArrowLeft"
        on={taken === 'current'}
        onClick={() => decide(row.key, field, 'current')}
      />
      {canTake(change, 'returned') && (
        <Side
          icon={ArrowRight16Regular}
          name={name}
          word="Take"
          why="Take what came back"
          keys="ArrowRight"
          on={taken === 'returned'}
          onClick={() => decide(row.key, field, 'returned')}
        />
      )}
      {canTake(change, 'both') && !made && (
        <Side
          icon={Merge16Regular}
          name={name}
          word="Both"
          why="Keep both texts, one after the other"
          keys="B"
          on={taken === 'both'}
          onClick={() => decide(row.key, field, 'both')}
        />
      )}
      {field !== 'other' && (
        <Side
          icon={Edit16Regular}
          name={name}
          word="Edit"
          why="Write something else"
          keys="E"
          on={taken === 'edited'}
          onClick={() => edit({ rowKey: row.key, field })}
        />
      )}
    </fieldset>
  )
}

type SideProps = {
  readonly icon: FluentIcon
  readonly word: string
  readonly name: string
  readonly why: string
  readonly keys: string
  readonly on: boolean
  readonly onClick: () => void
}

function Side({ icon: Icon, word, name, why, keys, on, onClick }: SideProps) {
  return (
    <ToggleButton
      size="small"
      className={useStyles().button}
      icon={<Icon />}
      checked={on}
      appearance={on ? 'primary' : 'secondary'}
      aria-label={`${word}: ${name}`}
      title={why}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      {word}
    </ToggleButton>
  )
}
