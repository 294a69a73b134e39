import type { Row } from '../model/entities.ts'
import type { RatingKind } from '../model/fields.ts'

type Step = Omit<Row<'scaleStep'>, 'id' | 'retiredAt' | 'position' | 'kind'>

/**
 * Was it done? Grey stands apart from red, so that an action nobody has begun is not read as one in trouble.
 * Colours: pale fill under dark ink of the same hue (4.5:1 or more), and a bar that shows on white (3:1 or more).
 */
const delivery: readonly Step[] = [
  {
    code: 'grey',
    word: 'Not started',
    meaning: 'Work on the action has not begun.',
    fill: 'EDEDED',
    ink: '424242',
    bar: '8A8A8A',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'red',
    word: 'Off track',
    meaning:
      'The action will not be finished by its completion date without a change of plan, or is past it.',
    fill: 'FBE3E4',
    ink: '8B1A21',
    bar: 'C50F1F',
    countsAsDone: false,
    needsRecovery: true,
  },
  {
    code: 'amber',
    word: 'At risk',
    meaning: 'The completion date may be missed; what is needed to keep to it is known and under way.',
    fill: 'FFEFD1',
    ink: '704000',
    bar: 'D47500',
    countsAsDone: false,
    needsRecovery: true,
  },
  {
    code: 'green',
    word: 'On track',
    meaning: 'The action is expected to be finished by its completion date.',
    fill: 'E2F2E2',
    ink: '0E5412',
    bar: '107C10',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'blue',
    word: 'Complete',
    meaning: 'Everything the action asks for has been delivered.',
    fill: 'DFECFA',
    ink: '0C4478',
    bar: '0F6CBD',
    countsAsDone: true,
    needsRecovery: false,
  },
]

/** Did it make a difference? Signs of impact share one hue that deepens, so that they are not taken for delivery ratings. */
const impact: readonly Step[] = [
  {
    code: 'too-early',
    word: 'Too early to say',
    meaning: 'Not enough has been delivered, or not for long enough, for a difference to show.',
    fill: 'EDEDED',
    ink: '424242',
    bar: '8A8A8A',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'none',
    word: 'No impact yet',
    meaning: 'A difference could be expected by now; the evidence does not show one.',
    fill: 'F6E6DD',
    ink: '6E3214',
    bar: 'B0532A',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'emerging',
    word: 'Emerging',
    meaning: 'First signs of a difference, from some places or some people.',
    fill: 'F1EAF7',
    ink: '563A75',
    bar: '9A78BF',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'evident',
    word: 'Evident',
    meaning: 'Measures, or children, young people and families themselves, show a difference.',
    fill: 'E4D7F0',
    ink: '472A66',
    bar: '75489F',
    countsAsDone: false,
    needsRecovery: false,
  },
  {
    code: 'embedded',
    word: 'Embedded',
    meaning: 'The difference has lasted and is part of how services work.',
    fill: 'D3C0E6',
    ink: '371A57',
    bar: '4B2474',
    countsAsDone: false,
    needsRecovery: false,
  },
]

/**
 * The two rating scales a new programme starts with, as rows; a programme may rename, recolour and extend them.
 * Impact steps never count as done and never ask for a recovery: those follow from the delivery rating alone.
 */
export const defaultScale: readonly Row<'scaleStep'>[] = [
  ...rowsOf('delivery', delivery),
  ...rowsOf('impact', impact),
]

function rowsOf(kind: RatingKind, steps: readonly Step[]): readonly Row<'scaleStep'>[] {
  return steps.map((step, position) => ({
    id: `scale-${kind}-${step.code}`,
    retiredAt: null,
    position,
    kind,
    ...step,
  }))
}
