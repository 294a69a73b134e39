import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { Add16Regular, Delete16Regular, Edit16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { sayError } from '../../shared/errors.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { useDesk } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { useCall } from '../ui/useCall.ts'
import { EntryForm } from './EntryForm.tsx'

type List = Output<'register.list'>
type Row = List['rows'][number]

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '8px',
    alignItems: 'start',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: {
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  about: { display: 'block', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex' },
})

type Props = {
  readonly register: List['register']
  /** Given where a certain entry is missing: the dialog opens on its form, with these fields filled. */
  readonly preset?: Readonly<Record<string, string>>
  readonly onClose: () => void
}

/** A list that papers print from: see it, add to it, edit and remove entries. Escape leaves a form before the list. */
export function RegisterDialog({ register, preset, onClose }: Props) {
  const styles = useStyles()
  const { value, error } = useCall('register.list', { register })
  const [editing, setEditing] = useState<Row | 'new' | 'preset' | null>(preset ? 'preset' : null)
  const leave = (): void => (editing === null ? onClose() : setEditing(null))
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && leave()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        {value && editing !== null ? (
          <EntryForm
            list={value}
            row={typeof editing === 'string' ? null : editing}
            {...(editing === 'preset' && preset ? { preset } : {})}
            onClose={() => setEditing(null)}
          />
        ) : (
          <DialogBody>
            <DialogTitle>{value?.name ?? 'One moment'}</DialogTitle>
            <DialogContent className={styles.content}>
              <ErrorBar error={error} />
              {value && <Entries list={value} onEdit={setEditing} />}
            </DialogContent>
            <DialogActions>
              <Button
                ref={focusOnArrival}
                appearance="primary"
                icon={<Add16Regular />}
                onClick={() => setEditing('new')}
              >
                Add
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  )
}

function Entries({ list, onEdit }: { list: List; onEdit: (row: Row) => void }) {
  const styles = useStyles()
  return (
    <>
      <Text>{list.about}</Text>
      {list.rows.length === 0 && (
        <Text>There is nothing here yet. Papers say so where they would print it.</Text>
      )}
      <ul className={styles.list}>
        {list.rows.map((row) => (
          <Entry key={row.id} list={list} row={row} onEdit={() => onEdit(row)} />
        ))}
      </ul>
    </>
  )
}

function Entry({ list, row, onEdit }: { list: List; row: Row; onEdit: () => void }) {
  const styles = useStyles()
  const { app } = useDesk()
  const remove = async (): Promise<void> => {
    const answer = await app.getState().write('register.retire', { register: list.register, id: row.id })
    if (answer.ok) app.getState().say('Removed. Ctrl+Z brings it back.')
    else app.getState().refuse(sayError(answer.error))
  }
  return (
    <li className={styles.item}>
      <div>
        <span className={styles.title}>{row.title}</span>
        {row.about !== '' && (
          <Text size={200} className={styles.about}>
            {row.about}
          </Text>
        )}
      </div>
      <span className={styles.buttons}>
        <Button
          size="small"
          appearance="subtle"
          icon={<Edit16Regular />}
          aria-label={`Edit: ${row.title}`}
          onClick={onEdit}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={`Remove: ${row.title}`}
          onClick={() => void remove()}
        />
      </span>
    </li>
  )
}
