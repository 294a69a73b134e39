import { describe, expect, it } from 'vitest'
import { drawChart } from '../../electron/export/drawChart.ts'
import { ratingsByGroup } from '../../shared/charts/ratingsByGroup.ts'
import { ratingOf } from '../../shared/view/programme.ts'
import { livedInSample, plainSample } from '../papers/figures.ts'

type Series = { name?: string; data: (number | null)[] }
const seriesOf = (p: typeof plainSample): Series[] =>
  (ratingsByGroup(p)!.option['series'] as Series[]).filter((s) => s.name)

describe('the chart of ratings by group', () => {
  it('counts every action once, each rating under its word', () => {
    for (const p of [plainSample, livedInSample]) {
      const total = seriesOf(p).reduce((sum, s) => sum + s.data.reduce((n: number, x) => n + (x ?? 0), 0), 0)
      expect(total).toBe(108)
    }
    const red = livedInSample.actions.filter((e) => ratingOf(e, 'delivery') === 'red').length
    const series = seriesOf(livedInSample).find((s) => s.name === 'Off track')
    expect(series?.data.reduce((n: number, x) => n + (x ?? 0), 0)).toBe(red)
  })

  it('is drawn as a PNG of about 300 dots to the inch, with text, the same every time', () => {
    const chart = ratingsByGroup(livedInSample)!
    const png = Buffer.from(drawChart(chart))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(Math.round(chart.width * 120))
    expect(png.readUInt32BE(20) / png.readUInt32BE(16)).toBeCloseTo(chart.height / chart.width, 2)
    expect(png.equals(Buffer.from(drawChart(chart)))).toBe(true)
    const wordless = {
      ...chart,
      option: { ...chart.option, yAxis: { type: 'category', show: false, data: [] } },
    }
    expect(png.length).toBeGreaterThan(drawChart(wordless).length)
  })
})
