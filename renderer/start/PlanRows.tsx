import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { planOutcome, type PlanOutcome, type PlanPreview } from '../../shared/planIn/planDraft.ts'
import { sayPlanRows } from '../../shared/planIn/sayPlanRows.ts'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'
import { outcomeWords } from './planInWords.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '12px' },
  which: { maxWidth: '360px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  top: { verticalAlign: 'top' },
  why: { display: 'block', minWidth: '240px' },
  fixed: { whiteSpace: 'nowrap' },
})

/** More would only make the page slow; the command line lists all. */
const SHOWN = 400

/** Every row of the plan's tables with what became of it; first those that were not understood. */
export function PlanRows({ preview }: { preview: PlanPreview }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { outcomes } = preview.totals
  const [which, setWhich] = useState<PlanOutcome | 'all'>((outcomes.other ?? 0) > 0 ? 'other' : 'all')
  const rows = which === 'all' ? preview.rows : preview.rows.filter((r) => r.outcome === which)
  return (
    <div className={styles.page}>
      <Text>{sayPlanRows(preview)}</Text>
      <Field label="Show" className={styles.which}>
        <Select
          value={which}
          onChange={(_, d) => setWhich(planOutcome.options.find((o) => o === d.value) ?? 'all')}
        >
          <option value="all">All rows ({preview.totals.rows})</option>
          {planOutcome.options
            .filter((o) => (outcomes[o] ?? 0) > 0)
            .map((o) => (
              <option key={o} value={o}>
                {outcomeWords[o]} ({outcomes[o]})
              </option>
            ))}
        </Select>
      </Field>
      {which === 'other' && (
        <Text className={styles.quiet}>
          These rows stand among the actions and are none. Their words are kept as a note of the objective
          above them.
        </Text>
      )}
      <table className={surface.table}>
        <thead>
          <tr>
            {['Where', 'Became', 'Words', 'Why'].map((h) => (
              <th key={h} scope="col" className={surface.th}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((r) => (
            <tr key={`${r.sheet} ${r.row}`} className={styles.top}>
              <td className={surface.td}>
                <span className={styles.fixed}>
                  {r.sheet}, row {r.row}
                </span>
              </td>
              <td className={surface.td}>
                <span className={styles.fixed}>
                  {outcomeWords[r.outcome]} {r.ref}
                </span>
              </td>
              <td className={surface.td}>
                <span className={surface.clamp}>{r.text}</span>
              </td>
              <td className={surface.td}>
                <span className={styles.why}>{r.why}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && (
        <Text className={styles.quiet}>
          The first {SHOWN} of {rows.length.toLocaleString('en-GB')} rows.
        </Text>
      )}
    </div>
  )
}
