import { plainHeader } from '../workbook/readHeader.ts'

/** What a column can say of an action's place in the plan, beside the fields of a tracker. */
export type PlaceColumn = 'group' | 'priority' | 'milestone'

const GROUP =
  /^(?:working group|work group|work ?stream|work strand|task and finish group|task finish group|t and f group|sub ?group|delivery group|impact group|strand|section|project group|group|wg)(?: (?:name|no|number|title|lead group))?s?$/
const PRIORITY =
  /^(?:wsoa |pap |send |key |significant |strategic )*(?:priorit(?:y|ies)|priority area|priority action area|priority action|area of (?:significant )?(?:weakness|concern|focus)|areas of (?:significant )?(?:weakness|concern|focus)|weakness|weaknesses|concern|concerns|areas? for (?:improvement|priority action|development)|improvement area|improvement theme|theme|asw|pap area|area)(?: (?:no|number|ref|title|name|description))?s?$/
/** "3 months", "Milestone at 6 months", "Milestone 2 – Mar 24". */
const MILESTONE =
  /^(?:(?:impact measures? and )?(?:progress )?(?:key )?milestones?\b.{0,40}|(?:by |at |within |after )?(?:\d{1,2}|three|six|nine|twelve|eighteen) months?(?: (?:milestones?|target|review))?)$/

/** What a heading says of the place of the actions under it, or null. */
export function structureColumn(header: string): PlaceColumn | null {
  const plain = plainHeader(header)
  if (GROUP.test(plain)) return 'group'
  if (PRIORITY.test(plain)) return 'priority'
  return MILESTONE.test(plain.replace(/^first /, '')) ? 'milestone' : null
}

const WORDS: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12, eighteen: 18 }

/** The months after the start that a heading names ("Milestone at 6 months" is 6), or null. */
export function monthsIn(header: string): number | null {
  const m = /\b(\d{1,2}|three|six|nine|twelve|eighteen)[\s-]months?\b/i.exec(header)
  if (!m) return null
  const word = (m[1] ?? '').toLowerCase()
  return WORDS[word] ?? Number(word)
}
