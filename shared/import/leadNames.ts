import type { Row } from '../model/entities.ts'
import type { Programme } from '../view/programme.ts'
import { bareWording } from './wording.ts'

/** Tells posts apart from their spellings. */
export type LeadNames = {
  /** Whether two lists name the same posts at the same places, in any order and spelling. */
  sameSet(a: readonly string[], b: readonly string[]): boolean
  /** One spelling for all spellings of a post at a place. */
  keyOf(printed: string): string
  postOf(printed: string): Row<'post'> | null
}

/** Learns the spellings of a programme's posts. */
export function indexLeadNames(programme: Pick<Programme, 'tables'>): LeadNames {
  const posts = new Map<string, Row<'post'>>()
  const organisations = new Map(programme.tables.organisation.map((o) => [o.id, o]))
  for (const post of programme.tables.post) {
    const org = post.organisationId === null ? undefined : organisations.get(post.organisationId)
    for (const spelling of spellingsOf(post, org)) {
      const key = nameKey(spelling)
      if (!posts.has(key)) posts.set(key, post)
    }
  }
  const postOf = (printed: string): Row<'post'> | null => posts.get(nameKey(printed)) ?? null
  const keys = new Map<string, string>()
  const keyOf = (printed: string): string => {
    const key = keys.get(printed) ?? `${postOf(printed)?.id ?? nameKey(printed)}|${placeOf(printed) ?? ''}`
    keys.set(printed, key)
    return key
  }
  return {
    postOf,
    keyOf,
    sameSet: (a, b) => {
      const [left, right] = [setOf(a, keyOf), setOf(b, keyOf)]
      return left.size === right.size && [...left].every((k) => right.has(k))
    },
  }
}

/** The part of the area that a lead answers for, where it is printed: "(North)", "(for South)". */
export function placeOf(printed: string): string | null {
  return (
    /\((?:for )?(north|south|east|west)\)/iu.exec(printed)?.[1]?.replace(/^./u, (c) => c.toUpperCase()) ??
    null
  )
}

const setOf = (list: readonly string[], keyOf: (s: string) => string): ReadonlySet<string> =>
  new Set(list.filter((s) => s.trim() !== '').map(keyOf))

function spellingsOf(post: Row<'post'>, org: Row<'organisation'> | undefined): readonly string[] {
  const names = org ? [org.name, org.abbreviation, ...org.spellings].filter((n) => n !== null) : []
  return [
    ...post.spellings,
    ...[post.title, ...post.spellings].flatMap((t) => names.map((n) => `${t}, ${n}`)),
    ...(names.length === 0 ? [post.title] : []),
  ]
}

/** A post's name without its place, with the commonest short forms written out. */
function nameKey(printed: string): string {
  const words = bareWording(printed.replace(/\((?:for )?(?:north|south|east|west)\)/giu, ' '))
  return words
    .split(' ')
    .map((w) => shortForms[w] ?? w)
    .join(' ')
}

const shortForms: Readonly<Record<string, string>> = {
  ad: 'assistant director',
  asst: 'assistant',
  dir: 'director',
  mgr: 'manager',
  snr: 'senior',
}
