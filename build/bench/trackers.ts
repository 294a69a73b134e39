import { ExcelJS } from '../../electron/export/excelWriter.ts'
import { completionOf, leadOf, refsOf, wordingsOf } from './bigProgramme.ts'
import { seeded, type Random } from './random.ts'
import { sayAction, sayImpact, sayNextStep, sayProgress } from './wordings.ts'

const headings = [
  'Ref',
  'Action',
  'Responsible lead',
  'Completion date',
  'Delivery rating',
  'Impact rating',
  '% complete',
  'Progress since last update',
  'Next steps',
  'Issues and risks',
  'Evidence of impact',
  'Date of update',
]

export type TrackerSize = {
  readonly rows: number
  /**
   * Of a hundred rows, how many are as people leave them: half of those without a ref, a third reworded, the others of no
   * action of the plan. All the others carry their action's ref and wording.
   */
  readonly untidy: number
}

/** Writes a tracker of twelve columns as somebody keeps it, one row an action; the same for the same size. */
export async function writeTracker(path: string, { rows, untidy }: TrackerSize): Promise<void> {
  const random = seeded(21)
  const refs = refsOf(rows)
  const wordings = wordingsOf(rows)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Tracker')
  sheet.addRow(['Progress tracker, all groups'])
  sheet.addRow(headings)
  refs.forEach((ref, i) => {
    const [printedRef, wording] =
      random.below(100) < untidy ? untidyRow(ref, wordings[i] ?? '', random) : [ref, wordings[i] ?? '']
    sheet.addRow([printedRef, wording, leadOf(i), completionOf(i), ...saidOf(random)])
  })
  await workbook.xlsx.writeFile(path)
}

function untidyRow(ref: string, wording: string, random: Random): readonly [string, string] {
  const kind = random.below(6)
  if (kind < 3) return ['', wording]
  return kind < 5 ? [ref, wording.replace(/ for .* with /u, ' together with ')] : ['', sayAction(random)]
}

function saidOf(random: Random): readonly (string | number | Date)[] {
  return [
    random.pick(['Green', 'Blue']),
    random.pick(['Emerging', 'Evident']),
    random.below(100),
    sayProgress(random),
    sayNextStep(random),
    sayImpact(random),
    sayImpact(random),
    new Date(Date.UTC(2020, 0, 20 + random.below(10))),
  ]
}
