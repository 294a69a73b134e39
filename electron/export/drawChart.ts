import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from '../../shared/paper/tree.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** Pixels of the drawing for each centimetre of paper, before it is enlarged for print. */
const pixelsPerCentimetre = 40
/** About 300 dots to the inch. */
const printScale = 3

/**
 * Draws a chart as a PNG that prints sharp. The same chart gives the same bytes on every machine: the fonts come with
 * the app, the machine's own are not looked at.
 */
export function drawChart(chart: Chart): Uint8Array {
  const svg = drawSvg(chart)
  const picture = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'width', value: Math.round(chart.width * pixelsPerCentimetre * printScale) },
    font: {
      loadSystemFonts: false,
      fontFiles: ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map(fontPath),
      defaultFontFamily: 'Arimo',
    },
  })
  return picture.render().asPng()
}

/** An instance keeps Node alive until it is disposed of. */
function drawSvg(chart: Chart): string {
  const instance = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: Math.round(chart.width * pixelsPerCentimetre),
    height: Math.round(chart.height * pixelsPerCentimetre),
  })
  try {
    instance.setOption({ ...chart.option, animation: false })
    return instance.renderToSVGString()
  } finally {
    instance.dispose()
  }
}

/** resvg reads the file itself, so inside a package it needs the copy beside the archive. */
function fontPath(file: string): string {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))
  return join(folder, file).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
}
