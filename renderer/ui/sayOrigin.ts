import type { Origin } from '../../shared/model/change.ts'

/** Where a change came from, to stand behind a name; nothing where a person made it in the window. */
export function sayOrigin(origin: Origin): string {
  switch (origin) {
    case 'import':
      return ', from a workbook'
    case 'undo':
      return ', undone'
    case 'redo':
      return ', done again'
    case 'command':
      return ', from the command line'
    default:
      return ''
  }
}
