import type { ExcelJS } from '../export/excelWriter.ts'
import type { RatingKind } from '../../shared/model/fields.ts'
import { hintOf, sheetHint, type IssuedColumn, type IssuedCover } from '../../shared/workbook/issuedLayout.ts'

/** The drop-down lists by scale, as Excel writes them: words in quotes, or a range. */
export type RatingLists = Readonly<Record<RatingKind, string>>

/**
 * A scale's words as a list: in the cell's own rule where they fit (it outlives the other sheet), else the range where the
 * words stand. Excel takes 255 characters, and a comma ends a word.
 */
export function ratingList(words: readonly string[], range: string): string {
  const inline = words.join(',')
  return inline.length > 250 || words.some((w) => /[,"]/u.test(w)) ? range : `"${inline}"`
}

/** What the table's first cell says: the cursor stands there when somebody comes to the sheet. */
export const firstHint = (cover: IssuedCover): ExcelJS.DataValidation => ({
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formulae: [32_767],
  allowBlank: true,
  showInputMessage: true,
  promptTitle: `Update for ${cover.period}`.slice(0, 32),
  prompt: sheetHint(cover),
})

/** What a box says when somebody goes to it, and what it takes: other words are warned about, never refused. */
export function boxRule(
  heading: string,
  box: NonNullable<IssuedColumn['box']>,
  lists: RatingLists,
  issuedOn: string,
): ExcelJS.DataValidation {
  const title = heading.slice(0, 32)
  const hint = { allowBlank: true, showInputMessage: true, promptTitle: title, prompt: hintOf(box, issuedOn) }
  const warn = (error: string) => ({
    ...hint,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: title,
    error: `${error} Keep it all the same?`,
  })
  switch (box.kind) {
    case 'delivery':
    case 'impact':
      return {
        ...warn('This is not one of the words of the scale.'),
        type: 'list',
        formulae: [lists[box.kind]],
      }
    case 'tick':
      return { ...warn('Only an x counts here.'), type: 'list', formulae: ['"x"'] }
    case 'percent':
      return {
        ...warn('This is not a number from 0 to 100.'),
        type: 'decimal',
        operator: 'between',
        formulae: [0, 100],
      }
    case 'date':
    case 'text':
      return { ...hint, type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] }
  }
}
