import type { MadeKind } from '../../paper/tree.ts'

export type KindWords = {
  readonly name: string
  /** What the paper is, in a sentence for whoever chooses one. */
  readonly about: string
  readonly needsBoard: boolean
  readonly takesGroup: boolean
  /** Whether the public reads it: always, where somebody asks for it, or never (a return is restricted). */
  readonly forPublic: 'always' | 'asked' | 'never'
}

const kind = (name: string, about: string, more: Partial<KindWords> = {}): KindWords => ({
  name,
  about,
  needsBoard: false,
  takesGroup: false,
  forPublic: 'asked',
  ...more,
})

/** Every kind of paper by name, in the order they are offered. */
export const kindWords: Readonly<Record<MadeKind, KindWords>> = {
  'board-paper': kind(
    'Board paper',
    'Cover, recommendations, position at a glance, what is off track and what is asked of the board.',
    { needsBoard: true },
  ),
  'dfe-return': kind(
    'DfE progress return',
    'The return for the Department for Education and NHS England, priority by priority.',
    { forPublic: 'never' },
  ),
  'highlight-report': kind(
    'Highlight report',
    'A page or two for each working group: ratings and why, done, next, risks, decisions asked.',
    { takesGroup: true },
  ),
  'exception-report': kind(
    'Exception report',
    'Totals that add up to the plan, then what is off track or at risk, what moved, and what went well.',
  ),
  plan: kind(
    'The whole plan',
    'Every objective and action in the published layout, with ratings and dates as they are.',
  ),
  scorecard: kind('Scorecard', 'Every measure with baseline, target, last values and trend.'),
  bulletin: kind(
    'News for families',
    'Plain words for families: only what was written for the public, no references, no ratings.',
    { forPublic: 'always' },
  ),
  'you-said-we-did': kind(
    'You said, we did',
    'What families said, what changed because of it, and whom we told.',
    { forPublic: 'always' },
  ),
  'evidence-index': kind('Evidence index', 'Every claim of difference made, numbered, with its source.'),
}

export const kindsInOrder = Object.keys(kindWords) as readonly MadeKind[]
