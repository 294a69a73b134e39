import { attribute, walkXml } from '../import/readers/walkXml.ts'

type Level = { readonly format: string; readonly text: string; readonly start: number }

/** Counts the paragraphs of a document's lists, and gives the label that Word prints before each. */
export type ListLabels = {
  /** The label of the next paragraph of a list ("a)", "1.1.2", "•"); null where the list is not known or prints none. */
  readonly next: (listId: string, level: number) => string | null
}

/**
 * Reads the lists of a Word document (`word/numbering.xml`, or null where it has none). Word keeps the numbers of its lists
 * as formats, not as texts: references that were numbered by Word would be lost without them.
 */
export function readListLabels(bytes: Uint8Array | null): ListLabels {
  const lists = bytes === null ? noLists : readLists(bytes)
  const counts = new Map<string, number[]>()
  const started = new Set<string>()
  return {
    next(listId, level) {
      const kind = lists.kinds.get(listId)
      const levels = kind === undefined ? undefined : lists.levels.get(kind)
      const own = levels?.[level]
      if (kind === undefined || !levels || !own) return null
      const count = counts.get(kind) ?? []
      counts.set(kind, count)
      const restart = started.has(listId) ? undefined : lists.restarts.get(`${listId} ${level}`)
      started.add(listId)
      count[level] = restart ?? (count[level] === undefined ? own.start : count[level] + 1)
      count.length = level + 1
      return own.format === 'bullet' ? '•' : print(own.text, levels, count)
    },
  }
}

type Lists = {
  /** The levels of a kind of list, by its id. */
  readonly levels: Map<string, Level[]>
  /** Which kind a list is of. */
  readonly kinds: Map<string, string>
  /** Lists that begin anew, by list and level. */
  readonly restarts: Map<string, number>
}

const noLists: Lists = { levels: new Map(), kinds: new Map(), restarts: new Map() }

function readLists(bytes: Uint8Array): Lists {
  const lists: Lists = { levels: new Map(), kinds: new Map(), restarts: new Map() }
  let kind = ''
  let list = ''
  let level = 0
  const set = (part: Partial<Level>): void => {
    const levels = lists.levels.get(kind)
    if (levels) levels[level] = { format: 'decimal', text: '', start: 1, ...levels[level], ...part }
  }
  walkXml(bytes, 'word/numbering.xml', {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'abstractNum') {
        kind = attribute(attributes, 'abstractNumId') ?? ''
        lists.levels.set(kind, [])
      } else if (name === 'num') {
        list = attribute(attributes, 'numId') ?? ''
        kind = ''
      } else if (name === 'abstractNumId') lists.kinds.set(list, value)
      else if (name === 'lvl' || name === 'lvlOverride') level = Number(attribute(attributes, 'ilvl') ?? 0)
      else if (name === 'startOverride') lists.restarts.set(`${list} ${level}`, Number(value))
      else if (name === 'numFmt') set({ format: value })
      else if (name === 'lvlText') set({ text: value })
      else if (name === 'start') set({ start: Number(value) })
    },
  })
  return lists
}

/** "%1.%2" with the numbers of the levels that it names. */
function print(pattern: string, levels: readonly Level[], count: readonly number[]): string | null {
  const text = pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return inFormat(count[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
  })
  return text.trim() === '' ? null : text.trim()
}

function inFormat(n: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(n)
    case 'upperLetter':
      return letters(n).toUpperCase()
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'none':
      return ''
    default:
      return String(n)
  }
}

/** Word goes on with aa, bb after z. */
const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

const ROMAN = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  let rest = Math.min(n, 399)
  let text = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign
  return text
}
