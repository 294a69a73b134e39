import {
  Button,
  makeStyles,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { ChevronDown12Regular } from '@fluentui/react-icons'
import { notRated, type PlanQuery } from '../../shared/view/planQuery.ts'
import type { PlanTableView } from '../../shared/view/planTable.ts'
import { ageWords } from './filterWords.ts'
import { usePlan, usePlanStore } from './planContext.tsx'

const useStyles = makeStyles({
  search: { width: '220px', '@container plan (max-width: 860px)': { width: '150px' } },
  popover: { maxHeight: '60vh', maxWidth: '420px', overflowY: 'auto' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
})

/** Search and filters of the plan. */
export function FilterMenus() {
  const styles = useStyles()
  const store = usePlanStore()
  const view = usePlan((s) => s.view)
  const query = usePlan((s) => s.query)
  const filter = (part: Partial<PlanQuery>): void => void store.getState().filter(part)
  return (
    <>
      <SearchBox
        className={styles.search}
        placeholder="Search the plan"
        aria-label="Search the plan"
        value={query.search}
        onChange={(_, { value }) => filter({ search: value })}
      />
      <Choice label="Rating" value={query.rating} onChange={(rating) => filter({ rating })}>
        {ratingOptions(view, 'delivery')}
      </Choice>
      <Choice label="Lead" value={query.lead} onChange={(lead) => filter({ lead })}>
        {(view?.choices.leads ?? []).map((l) => ({ value: l.lead, words: l.lead, count: l.count }))}
      </Choice>
      <ToggleButton
        className={styles.button}
        checked={query.overdue}
        onClick={() => filter({ overdue: !query.overdue })}
      >
        Overdue
      </ToggleButton>
      <MoreFilters view={view} query={query} filter={filter} />
    </>
  )
}

type Option = { readonly value: string; readonly words: string; readonly count?: number }

function ratingOptions(view: PlanTableView | null, kind: 'delivery' | 'impact'): readonly Option[] {
  return (view?.choices[kind] ?? []).map((c) => ({
    value: c.mark.code ?? notRated,
    words: c.mark.word,
    count: c.count,
  }))
}

type ChoiceProps = {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly children: readonly Option[]
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const styles = useStyles()
  return (
    <Menu
      checkedValues={{ [label]: [value ?? ''] }}
      onCheckedValueChange={(_, { checkedItems }) => onChange(checkedItems[0] || null)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<ChevronDown12Regular />} iconPosition="after">
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <MenuItemRadio name={label} value="">
            Any
          </MenuItemRadio>
          <Options name={label} options={children} />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Options({ name, options }: { name: string; options: readonly Option[] }) {
  const styles = useStyles()
  return options.map((o) => (
    <MenuItemRadio
      key={o.value}
      name={name}
      value={o.value}
      secondaryContent={o.count === undefined ? null : <span className={styles.count}>{o.count}</span>}
    >
      {o.words}
    </MenuItemRadio>
  ))
}

type MoreProps = {
  readonly view: PlanTableView | null
  readonly query: PlanQuery
  readonly filter: (part: Partial<PlanQuery>) => void
}

/** Impact, due and moved dates, how long nothing was heard, area of weakness. */
function MoreFilters({ view, query, filter }: MoreProps) {
  const styles = useStyles()
  return (
    <Menu
      checkedValues={moreChecked(query)}
      onCheckedValueChange={(_, { name, checkedItems }) => filter(moreChange(name, checkedItems[0] ?? ''))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<ChevronDown12Regular />} iconPosition="after">
          More
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <Group name="date" label="Date">
            {dateOptions}
          </Group>
          <Group name="updated" label="Last heard of">
            {Object.entries(ageWords).map(([value, words]) => ({ value, words }))}
          </Group>
          <Group name="impact" label="Impact">
            {ratingOptions(view, 'impact')}
          </Group>
          <Group name="priority" label="Area of weakness">
            {(view?.choices.priorities ?? []).map((p) => ({
              value: String(p.number),
              words: `${p.number} ${p.text}`,
            }))}
          </Group>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Group({ name, label, children }: { name: string; label: string; children: readonly Option[] }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{label}</MenuGroupHeader>
      <MenuItemRadio name={name} value="">
        Any
      </MenuItemRadio>
      <Options name={name} options={children} />
    </MenuGroup>
  )
}

const dateOptions: readonly Option[] = [
  { value: '30', words: 'Due in 30 days' },
  { value: '60', words: 'Due in 60 days' },
  { value: '90', words: 'Due in 90 days' },
  { value: 'moved', words: 'Date was moved' },
]

const moreChecked = (query: PlanQuery): Record<string, string[]> => ({
  date: [query.moved ? 'moved' : query.dueWithin === null ? '' : String(query.dueWithin)],
  updated: [query.updated ?? ''],
  impact: [query.impact ?? ''],
  priority: [query.priority === null ? '' : String(query.priority)],
})

function moreChange(name: string, value: string): Partial<PlanQuery> {
  const one = value === '' ? null : value
  switch (name) {
    case 'date':
      return {
        moved: value === 'moved',
        dueWithin: value === '30' ? 30 : value === '60' ? 60 : value === '90' ? 90 : null,
      }
    case 'updated':
      return { updated: one as PlanQuery['updated'] }
    case 'impact':
      return { impact: one }
    default:
      return { priority: one === null ? null : Number(one) }
  }
}
