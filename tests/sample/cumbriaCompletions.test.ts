import { expect, it } from 'vitest'
import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { readCompletion } from '../../shared/dates/readCompletion.ts'

const { action: actions, programme } = cumbriaTables()
const startedOn = programme[0]!.startedOn
/** The plan's slip of the pen, which only the transcriber could put right. */
const slip = '3.3.5'

it.each(actions.filter((a) => a.ref !== slip).map((a) => [a.ref, a.completion!] as const))(
  'the completion of %s reads from its words as the transcriber dated it',
  (_, completion) => {
    const { text, earliest, latest, precision, problem } = readCompletion(completion.text, { startedOn })
    expect({ text, earliest, latest, precision, problem }).toEqual({ ...completion, problem: null })
  },
)

it('the slip is noticed when its words are read', () => {
  const { completion } = actions.find((a) => a.ref === slip)!
  expect(readCompletion(completion!.text, { startedOn }).problem).not.toBeNull()
})
