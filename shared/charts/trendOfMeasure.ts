import { printMonth } from '../dates/printDay.ts'
import type { Row } from '../model/entities.ts'
import type { Chart } from '../paper/tree.ts'

type Value = Row<'measureValue'>
type Point = { readonly at: string; readonly value: number; readonly text: string }

const text = { fontFamily: 'Arimo, Arial, sans-serif', color: '#1F2328' }

/**
 * A small line of a measure's values over time, each labelled as it prints, with the target as a dashed line where it has a
 * figure. Null where fewer than two values have figures: one point is no trend.
 */
export function trendOfMeasure(
  measure: Row<'measure'>,
  actuals: readonly Value[],
  target: Value | null,
): Chart | null {
  const points = actuals.flatMap((v): Point[] =>
    v.value === null ? [] : [{ at: v.at, value: v.value, text: v.text }],
  )
  if (points.length < 2) return null
  return {
    block: 'chart',
    caption: `${measure.number} ${measure.name}`,
    alt: message(measure, points, target),
    width: 16,
    height: 4.6,
    option: optionOf(points, target),
  }
}

/** What the chart says, for those who do not see it. */
function message(measure: Row<'measure'>, points: readonly Point[], target: Value | null): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return measure.name
  const way = last.value === first.value ? 'stayed at' : last.value > first.value ? 'rose from' : 'fell from'
  const moved =
    last.value === first.value
      ? `${way} ${last.text}`
      : `${way} ${first.text} in ${printMonth(first.at)} to ${last.text} in ${printMonth(last.at)}`
  const aim = target ? ` The target is ${target.text}.` : ''
  return `${measure.name}: ${moved}.${aim}`
}

function optionOf(points: readonly Point[], target: Value | null): Chart['option'] {
  const names = points.map((x) => printMonth(x.at))
  const label = { show: true, position: 'top', distance: 6, ...text, fontSize: 13 }
  const aim =
    target?.value === null || target === null
      ? []
      : [
          {
            type: 'line',
            name: `Target ${target.text}`,
            data: names.map((_, i) => ({
              value: target.value,
              label:
                i === names.length - 1
                  ? { ...label, position: 'bottom', formatter: `Target ${target.text}` }
                  : { show: false },
            })),
            symbol: 'none',
            lineStyle: { type: 'dashed', color: '#6B7683', width: 1.5 },
          },
        ]
  return {
    animation: false,
    backgroundColor: '#FFFFFF',
    textStyle: text,
    grid: { left: 24, right: 48, top: 30, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: names,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#6B7683' } },
      axisLabel: { ...text, fontSize: 13, interval: 0 },
    },
    yAxis: { type: 'value', show: false, scale: true, boundaryGap: ['20%', '25%'] },
    series: [
      {
        type: 'line',
        name: 'Value',
        data: points.map((x) => ({ value: x.value, label: { ...label, formatter: x.text } })),
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { color: '#1F4E79', width: 2.5 },
        itemStyle: { color: '#1F4E79' },
      },
      ...aim,
    ],
  }
}
