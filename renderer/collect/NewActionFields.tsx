import { Field, Input, makeStyles, Select } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { ActionPlace } from '../../shared/ipc/importCalls.ts'
import type { Draft } from '../ui/draftStore.ts'
import { useCall } from '../ui/useCall.ts'
import type { ReviewRow } from './reviewRows.ts'

const useStyles = makeStyles({
  // A long objective is cut in the box rather than widening it.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
})

type Props = {
  readonly row: ReviewRow
  readonly draft: Draft<'objectiveId' | 'ref' | 'reason'>
  readonly place: ActionPlace | null
  readonly onPlace: (place: ActionPlace | null) => void
}

/** Where a new action goes, and the reference it gets. */
export function NewActionFields({ row, draft, place, onPlace }: Props) {
  const styles = useStyles()
  const { value: places } = useCall('import.places', {})
  const { objectiveId, ref } = draft.values
  const chosen = places?.find((p) => p.objectiveId === objectiveId) ?? placeLike(places ?? [], row.row.ref)
  useEffect(() => onPlace(chosen), [chosen, onPlace])
  const groups = [...new Set((places ?? []).map((p) => p.group))]
  return (
    <>
      <Field label="Under which objective" required className={styles.field}>
        <Select value={place?.objectiveId ?? ''} onChange={(_, d) => draft.set('objectiveId', d.value)}>
          {!place && <option value="">Choose an objective</option>}
          {groups.map((group) => {
            const own = (places ?? []).filter((p) => p.group === group)
            return (
              <optgroup key={group} label={`${group} ${own[0]?.groupName ?? ''}`}>
                {own.map((p) => (
                  <option key={p.objectiveId} value={p.objectiveId}>
                    {p.title ? `${p.ref} ${p.title}` : `${p.ref} Objective without a title`}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </Select>
      </Field>
      <Field
        label="Reference"
        hint={place ? `The next free one is ${place.nextRef}. Left empty, the action gets that.` : ''}
      >
        <Input
          value={ref}
          placeholder={place?.nextRef ?? ''}
          onChange={(_, d) => draft.set('ref', d.value)}
        />
      </Field>
    </>
  )
}

/** The objective that a printed reference belongs under: 4.7.9 under 4.7. */
function placeLike(places: readonly ActionPlace[], ref: string | null): ActionPlace | null {
  if (ref === null) return null
  return places.find((p) => ref === p.ref || ref.startsWith(`${p.ref}.`)) ?? null
}
