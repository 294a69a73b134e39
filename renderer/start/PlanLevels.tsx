import { makeStyles, Select } from '@fluentui/react-components'
import { useStore } from 'zustand'
import { place, type PlanPreview } from '../../shared/planIn/planDraft.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import type { PlanInStore } from './planInStore.ts'
import { placeWords } from './planInWords.ts'

const useStyles = makeStyles({
  text: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflowWrap: 'anywhere',
  },
})

type Props = { readonly store: PlanInStore; readonly preview: PlanPreview }

/** What each kind of heading in the plan becomes; one answer for all of a kind. */
export function PlanLevels({ store, preview }: Props) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { setLevel } = useStore(store)
  if (preview.levels.length === 0) return null
  return (
    <section aria-labelledby="plan-levels">
      <h2 id="plan-levels" className={surface.heading}>
        Headings
      </h2>
      <table className={surface.table}>
        <thead>
          <tr>
            {['What stands in the plan', 'Such as', 'How many', 'Becomes'].map((h) => (
              <th key={h} scope="col" className={surface.th}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.levels.map((level) => (
            <tr key={level.key}>
              <td className={surface.td}>{level.name}</td>
              <td className={surface.td}>
                <span className={styles.text}>{level.example}</span>
              </td>
              <td className={surface.td}>{level.count}</td>
              <td className={surface.td}>
                <Select
                  size="small"
                  aria-label={`${level.name} become`}
                  value={level.as ?? ''}
                  onChange={(_, d) => void setLevel(level.key, d.value === '' ? null : place.parse(d.value))}
                >
                  <option value="">Nothing</option>
                  {place.options.map((p) => (
                    <option key={p} value={p}>
                      {placeWords[p]}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
