/** What a heading can be the heading of. */
export type Place = 'group' | 'priority' | 'objective'

export type PlanHeading = {
  /** What its words say that it is; null where they don't. */
  readonly as: Place | null
  /** The word that says it ("workstream"), for a level that people correct as one. */
  readonly label: string | null
  /** "3", "1.1", as written before the words; null without. */
  readonly number: string | null
  readonly words: string
}

const LABELS: readonly (readonly [Place, RegExp])[] = [
  [
    'group',
    /^(?:send |wsoa )?(working group|work group|wg|work ?stream|work strand|task (?:and|&) finish group|t&f group|sub-?group|delivery group|impact group|strand)/i,
  ],
  [
    'objective',
    /^(?:key |strategic |improvement |overall |our )?(objective|outcome|aim|goal|recommendation|ambition)(?=s?\b)/i,
  ],
  [
    'priority',
    /^(?:key |strategic |wsoa |pap |send )?(priority (?:action )?(?:area|weakness)|priority action|priority|(?:significant |key )?areas? (?:of|for) (?:significant )?(?:weakness|improvement|concern|development|focus|priority action)|significant (?:weakness|concern|area of weakness)|improvement (?:area|theme)|weakness|concern|theme|asw|pap area|area)/i,
  ],
]

const NUMBER = String.raw`\d{1,2}(?:\.\d{1,2}){0,2}|[A-H](?=[\s:.)–—-]|$)`

/**
 * Reads a heading: "Working group 2: Commissioning" is a group with the number 2, "1.1 Develop …" has a number and no label,
 * "Improving trust" only words. A label counts only with a number or a mark after it: "Priority setting is weak" has none.
 */
export function planHeading(text: string): PlanHeading {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  for (const [as, pattern] of LABELS) {
    const label = pattern.exec(line)
    if (!label) continue
    const rest = line.slice(label[0].length)
    const m = new RegExp(
      String.raw`^s?\s*(?:no\.?|number|ref\.?)?\s*(${NUMBER})?\s*(?:of \d+)?\s*([:.)–—-]|\s-)?\s*(.*)$`,
      'i',
    ).exec(rest)
    const [, number, mark, words = ''] = m ?? []
    if (number === undefined && mark === undefined && words !== '') continue
    return { as, label: (label[1] ?? '').toLowerCase(), number: number ?? null, words: bare(words) }
  }
  const led = /^(\d{1,2}(?:\.\d{1,2}){0,2})(?:[.):]|\s*[–—-])?\s+(\S.*)$/.exec(line)
  if (led) return { as: null, label: null, number: led[1] ?? null, words: bare(led[2] ?? '') }
  return { as: null, label: null, number: null, words: bare(line) }
}

const bare = (words: string): string => words.replace(/^[\s:.–—-]+/, '').trim()

/** "Chair: Lead A, Director" of a group's banner. */
export function chairIn(text: string): { readonly name: string; readonly title: string | null } | null {
  const m = /^(?:co-?)?chair(?:ed by|person|s)?\s*[:–-]\s*(.+?)\.?$/i.exec(
    text.replaceAll(/\s+/g, ' ').trim(),
  )
  if (!m) return null
  const [name = '', ...title] = (m[1] ?? '').split(/,\s*/)
  return { name: name.trim(), title: title.length > 0 ? title.join(', ') : null }
}

/** The numbers in "Priorities 3 and 9", "3, 9", "Priority 1"; none where there are other words. */
export function numbersIn(text: string): readonly number[] {
  const only =
    /^(?:priorit(?:y|ies)|areas?|weakness(?:es)?)?\s*((?:\d{1,2}\s*(?:,|&|and|;|\/|\n)?\s*)+)$/i.exec(
      text.trim(),
    )
  return only ? [...(only[1] ?? '').matchAll(/\d{1,2}/g)].map((m) => Number(m[0])) : []
}
