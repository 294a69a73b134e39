import type { Chart, ChartOption } from '../paper/tree.ts'
import { isOverdueAction, type GroupEntry, type Programme, ratingOf } from '../view/programme.ts'
import { marksOf, type RatingMark } from '../view/ratingMark.ts'

/** One kind of segment: a rating; where nothing is rated, whether the completion date has passed. */
type Part = { readonly label: string; readonly colour: string; readonly counts: readonly number[] }

const width = 16
const rowHeight = 1.05
const frame = 1.6

/**
 * Stacked bars of the ratings of every working group's actions, most in trouble first, each part labelled in words.
 * Null where the programme has no actions.
 */
export function ratingsByGroup(p: Programme): Chart | null {
  if (p.actions.length === 0) return null
  const groups = [...p.groups].sort(
    (a, b) => trouble(p, b) - trouble(p, a) || a.group.number - b.group.number,
  )
  const parts = partsOf(p, groups)
  return {
    block: 'chart',
    caption: captionOf(p),
    alt: message(p, groups),
    option: optionOf(groups, parts),
    width,
    height: frame + groups.length * rowHeight,
  }
}

const isRated = (p: Programme): boolean => p.actions.some((e) => ratingOf(e, 'delivery') !== null)

const captionOf = (p: Programme): string =>
  isRated(p)
    ? 'Delivery rating of the actions of each working group'
    : 'Actions of each working group, none rated yet'

/** Actions that need a recovery; where nothing is rated, those past their date. */
function trouble(p: Programme, g: GroupEntry): number {
  const needing = new Set(p.scale.delivery.filter((s) => s.needsRecovery).map((s) => s.code))
  const count = g.actions.filter((e) => needing.has(ratingOf(e, 'delivery') ?? '')).length
  return isRated(p) ? count : g.actions.filter((e) => isOverdueAction(p, e)).length
}

function partsOf(p: Programme, groups: readonly GroupEntry[]): Part[] {
  const rated = marksOf(p, 'delivery')
    .filter((m) => m.code !== null)
    .toReversed()
    .map((mark) => part(mark.word, mark.bar, groups, (g) => countOf(g, mark)))
  const open = isRated(p)
    ? [part('Not yet rated', noRating, groups, (g) => unrated(p, g, true) + unrated(p, g, false))]
    : [
        part('Not yet rated, overdue', '5F6B7A', groups, (g) => unrated(p, g, true)),
        part('Not yet rated, not overdue', noRating, groups, (g) => unrated(p, g, false)),
      ]
  return [...rated, ...open].filter((x) => x.counts.some((n) => n > 0))
}

const noRating = 'C9CFD7'

const part = (
  label: string,
  colour: string,
  groups: readonly GroupEntry[],
  of: (g: GroupEntry) => number,
): Part => ({
  label,
  colour,
  counts: groups.map(of),
})

const countOf = (g: GroupEntry, mark: RatingMark): number =>
  g.actions.filter((e) => ratingOf(e, 'delivery') === mark.code).length

const unrated = (p: Programme, g: GroupEntry, late: boolean): number =>
  g.actions.filter((e) => ratingOf(e, 'delivery') === null && isOverdueAction(p, e) === late).length

/** What the chart says, for those who do not see it. */
function message(p: Programme, groups: readonly GroupEntry[]): string {
  const [worst] = groups
  const worstCount = worst ? trouble(p, worst) : 0
  if (!isRated(p)) {
    if (!worst || worstCount === 0)
      return 'No action has been rated yet, and none is past its completion date.'
    return `No action has been rated yet. Working group ${worst.group.number} has most actions past their completion date: ${worstCount} of ${worst.actions.length}.`
  }
  const words = p.scale.delivery.filter((s) => s.needsRecovery).map((s) => s.word.toLocaleLowerCase('en-GB'))
  if (!worst || worstCount === 0) return `No action of any working group is ${words.join(' or ')}.`
  return `Working group ${worst.group.number} has most actions ${words.join(' or ')}: ${worstCount} of ${worst.actions.length}.`
}

function optionOf(groups: readonly GroupEntry[], parts: readonly Part[]): ChartOption {
  const most = Math.max(...groups.map((g) => g.actions.length), 1)
  const text = { fontFamily: 'Arimo, Arial, sans-serif', color: '#1F2328' }
  return {
    animation: false,
    backgroundColor: '#FFFFFF',
    textStyle: text,
    grid: { left: 8, right: 44, top: 44, bottom: 6, outerBoundsMode: 'same' },
    legend: {
      data: parts.map((x) => x.label),
      top: 2,
      left: 0,
      itemWidth: 13,
      itemHeight: 13,
      itemGap: 16,
      selectedMode: false,
      textStyle: { ...text, fontSize: 13 },
    },
    xAxis: { type: 'value', max: most, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: groups.map((g) => `${g.group.number} ${wrap(g.group.name)}`),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#6B7683' } },
      axisLabel: { ...text, fontSize: 13, lineHeight: 16, interval: 0 },
    },
    series: [...parts.map((x) => seriesOf(x)), totals(groups)],
  }
}

const seriesOf = (x: Part) => ({
  type: 'bar',
  name: x.label,
  stack: 'all',
  barWidth: '62%',
  itemStyle: { color: `#${x.colour}`, borderColor: '#FFFFFF', borderWidth: 1.5 },
  label: { show: true, color: inkOn(x.colour), fontSize: 13, fontWeight: 'bold' },
  data: x.counts.map((n) => (n > 0 ? n : null)),
})

/** The number of all actions at the end of each bar. */
const totals = (groups: readonly GroupEntry[]) => ({
  type: 'bar',
  stack: 'all',
  silent: true,
  itemStyle: { color: 'transparent' },
  label: {
    show: true,
    position: 'insideLeft',
    distance: 4,
    color: '#1F2328',
    fontSize: 13,
  },
  data: groups.map((g) => ({ value: 0, label: { formatter: `of ${g.actions.length}` } })),
})

/** A group's name over two lines where it is long. */
function wrap(name: string): string {
  if (name.length < 22) return name
  const words = name.split(' ')
  const middle = name.length / 2
  let line = ''
  while (words.length > 1 && `${line} ${words[0]}`.length < middle + 4)
    line = `${line} ${words.shift()}`.trim()
  return line === '' ? name : `${line}\n   ${words.join(' ')}`
}

/** Black or white, whichever stands out more from a colour (relative luminance after WCAG). */
function inkOn(colour: string): string {
  const channel = (at: number): number => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  const light = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
  return light > 0.18 ? '#1F2328' : '#FFFFFF'
}
