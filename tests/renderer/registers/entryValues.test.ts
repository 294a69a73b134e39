import { describe, expect, it } from 'vitest'
import { draftKey, sentValues, shownValues } from '../../../renderer/registers/entryValues.ts'
import { holdsWords } from '../../../renderer/registers/holdsWords.ts'
import { cumbriaTables } from '../../../electron/sample/cumbriaSample.ts'
import { indexProgramme } from '../../../shared/view/programme.ts'
import { registerView } from '../../../shared/view/registerView.ts'
import { livedIn } from '../../papers/livedIn.ts'

const programme = indexProgramme(livedIn(cumbriaTables()), '2020-02-04')
const evidence = registerView(programme, 'evidence')
const texts = registerView(programme, 'paperText')

describe('the form of a register', () => {
  it('shows an entry with its days as people write them, and sends back what was there', () => {
    const [row] = evidence.rows
    const shown = shownValues(evidence, row!, {})
    expect(shown['at']).toBe('31 January 2020')
    expect(sentValues(evidence, shown, '2020-02-04')).toEqual(row!.values)
  })

  it('sends a day however it is written, and an empty box as nothing', () => {
    const typed = { claim: ' Waits are shorter ', at: '3/2/2020', source: '  ' }
    expect(sentValues(evidence, typed, '2020-02-04')).toMatchObject({
      claim: 'Waits are shorter',
      at: '2020-02-03',
      source: null,
    })
  })

  it('sends nothing while a box that is needed is empty or a day can’t be read', () => {
    expect(sentValues(evidence, { claim: '', at: '3 February 2020' }, '2020-02-04')).toBeNull()
    expect(sentValues(evidence, { claim: 'Shorter', at: 'soon' }, '2020-02-04')).toBeNull()
  })

  it('begins with what was missing, and keeps drafts of different texts apart', () => {
    const preset = { part: 'legal' }
    expect(shownValues(texts, null, preset)).toMatchObject({ part: 'legal', text: '' })
    const keys = [{}, preset, { part: 'equality' }].map((p) => draftKey(texts, null, p))
    expect(new Set(keys).size).toBe(3)
  })

  it('finds an option by its words in any order', () => {
    const label = '3.4.2 Undertake engagement session with Parents & carers'
    expect(holdsWords(label, 'parents 3.4')).toBe(true)
    expect(holdsWords(label, 'parents 4.3')).toBe(false)
    expect(holdsWords(label, '')).toBe(true)
  })
})
