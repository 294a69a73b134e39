import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { OverviewView, Standing } from '../../shared/view/overview.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useDesk } from '../app/client.tsx'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import { RatingBar } from '../ui/RatingBar.tsx'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'

const useStyles = makeStyles({
  tabs: { marginLeft: '-12px' },
  table: { tableLayout: 'fixed', minWidth: '780px' },
  scroll: { overflowX: 'auto' },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  what: { width: '32%' },
  overall: { width: '106px' },
  impact: { width: '136px' },
  overdue: { width: '82px', whiteSpace: 'nowrap' },
  updated: { width: '130px', paddingLeft: '16px' },
})

type By = 'groups' | 'priorities'

/** The groups (or the areas of weakness) as rows: how their actions stand, and the overall rating they were given. */
export function Standings({ view }: { view: OverviewView }) {
  const styles = useStyles()
  const [by, setBy] = useState<By>('groups')
  const rows = by === 'groups' ? view.groups : view.priorities
  return (
    <section aria-label="Ratings by group and priority">
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={by}
        onTabSelect={(_, data) => setBy(data.value as By)}
        aria-label="Ratings by"
      >
        <Tab value="groups">By group</Tab>
        <Tab value="priorities">By priority</Tab>
      </TabList>
      <div className={styles.scroll}>
        <StandingsTable rows={rows} what={by === 'groups' ? 'Working group' : 'Area of weakness'} />
      </div>
    </section>
  )
}

function StandingsTable({ rows, what }: { rows: readonly Standing[]; what: string }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const th = (text: string, extra?: string) => (
    <th scope="col" className={mergeClasses(surface.th, extra)}>
      {text}
    </th>
  )
  return (
    <table className={mergeClasses(surface.table, styles.table)}>
      <thead>
        <tr>
          {th(what, styles.what)}
          {th('Delivered')}
          {th('Overall', styles.overall)}
          {th('Impact', styles.impact)}
          {th('Overdue', mergeClasses(styles.overdue, surface.number))}
          {th('Last heard from', styles.updated)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <StandingRow key={row.number} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function StandingRow({ row }: { row: Standing }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { app } = useDesk()
  const show = (filter: Standing['filter']) => () => app.getState().showPlan(filter)
  return (
    <tr>
      <th
        scope="row"
        className={mergeClasses(surface.td, styles.name)}
        aria-label={`${row.number} ${row.name}`}
      >
        <button type="button" className={surface.link} title={row.name} onClick={show(row.filter)}>
          <span className={surface.clamp}>
            {row.number} {row.name}
          </span>
        </button>
      </th>
      <td className={surface.td}>
        <RatingBar parts={row.delivery} />
      </td>
      <td className={surface.td}>
        {row.assessment ? <RatingBadge mark={row.assessment.delivery} /> : <Quiet>Not yet rated</Quiet>}
      </td>
      <td className={surface.td}>
        {row.assessment ? <RatingBadge mark={row.assessment.impact} /> : <Quiet>Not yet rated</Quiet>}
      </td>
      <td className={mergeClasses(surface.td, styles.overdue, surface.number)}>
        <button
          type="button"
          className={mergeClasses(surface.link, row.overdue > 0 && surface.late)}
          aria-label={`${row.overdue} of ${row.total} overdue in ${row.number} ${row.name}`}
          onClick={show(row.overdueFilter)}
        >
          {row.overdue} of {row.total}
        </button>
      </td>
      <td className={mergeClasses(surface.td, styles.updated)}>
        {row.updatedOn ? sayDay(row.updatedOn) : <Quiet>None yet</Quiet>}
      </td>
    </tr>
  )
}

function Quiet({ children }: { children: string }) {
  return <span className={useSurfaceStyles().quiet}>{children}</span>
}
