import { Button, makeStyles, mergeClasses, Tab, TabList, Text } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { OverviewView, Pile } from '../../shared/view/overview.ts'
import type { PlanRow } from '../../shared/view/planRow.ts'
import { useDesk } from '../app/client.tsx'
import { DueText } from '../ui/DueText.tsx'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'

const shown = 8

const useStyles = makeStyles({
  tabs: { marginLeft: '-12px', flexWrap: 'wrap' },
  table: { tableLayout: 'fixed', minWidth: '680px' },
  scroll: { overflowX: 'auto' },
  ref: { width: '68px', whiteSpace: 'nowrap' },
  lead: { width: '22%' },
  due: { width: '168px' },
  rating: { width: '132px' },
  none: { padding: '16px 0' },
  more: { marginTop: '4px', marginLeft: '-8px' },
})

/** What needs a look: late, off track, soon due, moved. Each pile shows its first rows and leads to all of them. */
export function Piles({ view }: { view: OverviewView }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { app } = useDesk()
  const [key, setKey] = useState<string>('overdue')
  const pile = view.piles.find((p) => p.key === key) ?? view.piles[0]
  if (!pile) return null
  return (
    <section aria-label="What needs a look">
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={pile.key}
        onTabSelect={(_, data) => setKey(String(data.value))}
        aria-label="What needs a look"
      >
        {view.piles.map((p) => (
          <Tab key={p.key} value={p.key}>
            {p.label} ({p.count})
          </Tab>
        ))}
      </TabList>
      {pile.count === 0 ? (
        <Text block className={mergeClasses(surface.quiet, styles.none)}>
          {pile.none}
        </Text>
      ) : (
        <div className={styles.scroll}>
          <PileTable pile={pile} />
        </div>
      )}
      {pile.count > shown && (
        <Button
          appearance="transparent"
          className={styles.more}
          onClick={() => app.getState().showPlan(pile.filter)}
        >
          Show all {pile.count} in the work plan
        </Button>
      )}
    </section>
  )
}

function PileTable({ pile }: { pile: Pile }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const th = (text: string, extra?: string) => (
    <th scope="col" className={mergeClasses(surface.th, extra)}>
      {text}
    </th>
  )
  return (
    <table className={mergeClasses(surface.table, styles.table)} aria-label={pile.label}>
      <thead>
        <tr>
          {th('Ref', styles.ref)}
          {th('Action')}
          {th('Lead', styles.lead)}
          {th('Due', styles.due)}
          {th('Delivery', styles.rating)}
        </tr>
      </thead>
      <tbody>
        {pile.rows.slice(0, shown).map((row) => (
          <PileRow key={row.id} row={row} filter={pile.filter} />
        ))}
      </tbody>
    </table>
  )
}

function PileRow({ row, filter }: { row: PlanRow; filter: Pile['filter'] }) {
  const surface = useSurfaceStyles()
  const { app } = useDesk()
  const cell = (children: ReactNode) => <td className={surface.td}>{children}</td>
  return (
    <tr>
      {cell(
        <button
          type="button"
          className={surface.link}
          aria-label={`Open ${row.ref}`}
          onClick={() => app.getState().showPlan(filter, row.id)}
        >
          {row.ref}
        </button>,
      )}
      {cell(
        <span className={surface.clamp} title={row.action}>
          {row.action}
        </span>,
      )}
      {cell(
        <span className={surface.clamp} title={row.leads.join('; ')}>
          {row.leads.join('; ')}
        </span>,
      )}
      {cell(<DueText due={row.due} />)}
      {cell(<RatingBadge mark={row.delivery} />)}
    </tr>
  )
}
