import { describe, expect, it } from 'vitest'
import { screenText } from '../../shared/public/screenText.ts'

const codes = (text: string): string[] => screenText(text, '2020-02-04').map((f) => f.code)

describe('what tells who a private person is', () => {
  it.each([
    ['NHS number 943 476 5919 was matched.', 'nhs-number'],
    ['9434765919', 'nhs-number'],
    ['UPN A123456789012', 'upn'],
    ['born 4 February 2008', 'date-of-birth'],
    ['DOB: 12/05/09', 'date-of-birth'],
    ['12/05/2009', 'date-of-birth'],
    ['Write to someone.else@example.org.uk today', 'e-mail'],
    ['Ring 01228 606060', 'phone'],
    ['Ring +44 7700 900123', 'phone'],
    ['She lives at CA3 8NA.', 'postcode'],
    ['Only 3 pupils answered.', 'small-number'],
    ['two young people with a plan', 'small-number'],
    ['Two of our young people moved', 'small-number'],
    ['Four looked after children moved', 'small-number'],
  ])('finds it in “%s”', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  it.each([
    '943 476 5918', // the check digit is wrong
    'By 31/03/2020 and from 12/06/2020',
    'Action 6.1.11 and 3.8.1',
    '1,499 responses; 27 young people',
    '25% of children',
    'SEND 0-25 and 14-25 pathways',
    'Year 9 pupils, QS 140',
    'One of the families said',
    'one to one support for children',
    'a 2-year plan for children',
    'in CA3 and LA9',
    '£450,000,000 over 10 years 2019 2020',
  ])('leaves “%s” alone', (text) => {
    expect(codes(text)).toEqual([])
  })
})
