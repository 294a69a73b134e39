import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chaseMail, longestMailto } from '../../shared/issue/chaseMail.ts'
import type { ChaseLine, ChaseRecipient } from '../../shared/view/chase.ts'
import { isMailto } from '../../electron/host/isMailto.ts'

const period = {
  period: { label: '2020-02', name: 'February 2020' },
  programme: 'Area improvement',
  today: '2020-02-20',
}

const line = (ref: string, action: string, isAnswered = false): ChaseLine => ({
  actionId: `action-${ref}`,
  ref,
  action,
  answer: isAnswered ? { how: 'said', file: 'a.xlsx', on: '2020-02-10', other: null } : null,
  lastUpdate: null,
  ageDays: null,
})

function recipient(lines: readonly ChaseLine[], more: Partial<ChaseRecipient> = {}): ChaseRecipient {
  const missing = lines.filter((l) => l.answer === null).map((l) => l.ref)
  return {
    by: 'lead',
    name: 'Lead A',
    state: 'silent',
    isLate: true,
    returnBy: '2020-02-14',
    asked: [
      { issuedId: 'issued-1', file: '2020-02 Lead A.xlsx', on: '2020-02-04', actor: 'Programme manager' },
    ],
    back: [],
    lines: [...lines],
    missing,
    ...more,
  }
}

const parts = (mailto: string) => {
  const { searchParams } = new URL(mailto)
  return { subject: searchParams.get('subject'), body: searchParams.get('body') }
}

describe('the e-mail to a lead', () => {
  it('asks in plain words: the period, the file, what to do, until when, about what', () => {
    const mail = chaseMail(
      period,
      recipient([line('1.1.1', 'Agree the data'), line('1.1.2', 'Publish\nit')], { isLate: false }),
      'request',
    )
    expect(mail.subject).toBe('Area improvement: your update for February 2020')
    expect(mail.body).toBe(
      [
        'Dear colleague,',
        'Please tell us how your 2 actions in the Area improvement stand for February 2020. The attached workbook “2020-02 Lead A.xlsx” shows what we know so far beside the empty boxes.',
        'Fill in the white boxes; where nothing has changed, put an x under “No change”. Then send the workbook back by 14 February 2020.',
        'The actions:\n1.1.1  Agree the data\n1.1.2  Publish it',
        'Thank you.',
      ].join('\n\n'),
    )
    expect(parts(mail.mailto)).toEqual({ subject: mail.subject, body: mail.body.replaceAll('\n', '\r\n') })
  })

  it('reminds of what is missing and when it was due', () => {
    const one = recipient([line('1.1.1', 'Agree', true), line('1.1.2', 'Publish')], {
      state: 'partly',
      back: [{ importId: 'import-1', file: 'a.xlsx', on: '2020-02-10' }],
    })
    const { subject, body } = chaseMail(period, one, 'reminder')
    expect(subject).toBe('Reminder: Area improvement, your update for February 2020')
    for (const words of [
      'On 4 February 2020 we asked for your update for February 2020',
      '“2020-02 Lead A.xlsx”',
      'Thank you for what you sent on 10 February 2020; some actions are still missing.',
      'It was due on 14 February 2020; please send it back as soon as you can.',
      'Still without an answer: 1 of 2:\n1.1.2  Publish',
    ])
      expect(body).toContain(words)
    const silent = chaseMail(period, recipient([line('1.1.1', 'Agree')]), 'reminder').body
    expect(silent).toContain('We have not had it back yet.')
    const empty = recipient([line('1.1.1', 'Agree')], { state: 'nothing-filled-in', back: one.back })
    expect(chaseMail(period, empty, 'reminder').body).toContain(
      'It came back on 10 February 2020 with nothing filled in.',
    )
    const again = recipient([line('1.1.1', 'Agree')], {
      asked: [
        {
          issuedId: 'issued-2',
          file: '2020-02 Lead A (reminder).xlsx',
          on: '2020-02-17',
          actor: 'Programme manager',
        },
        ...one.asked,
      ],
    })
    const second = chaseMail(period, again, 'reminder').body
    expect(second).toContain(
      'On 4 February 2020 we asked for your update for February 2020 in the Area improvement.',
    )
    expect(second).toContain(
      'The attached workbook “2020-02 Lead A (reminder).xlsx” asks for what was missing',
    )
    const early = chaseMail(
      { ...period, today: '2020-02-10' },
      recipient([line('1.1.1', 'Agree')]),
      'reminder',
    ).body
    expect(early).toContain('Please send it back by 14 February 2020.')
  })

  it('does not remind who has sent a part before the day, but asks for the rest', () => {
    const early = { ...period, today: '2020-02-12' }
    const back = [{ importId: 'import-1', file: 'a.xlsx', on: '2020-02-10' }]
    const partly = recipient([line('1.1.1', 'Agree', true), line('1.1.2', 'Publish')], { back })
    const mail = chaseMail(early, partly, 'reminder')
    expect(mail.subject).toBe('Area improvement: the rest of your update for February 2020')
    expect(mail.body).toContain('Thank you for what you sent on 10 February 2020; the actions below are')
    expect(chaseMail(early, recipient([line('1.1.1', 'Agree')]), 'reminder').subject).toMatch(/^Reminder: /)
    expect(chaseMail(period, partly, 'reminder').subject).toMatch(/^Reminder: /)
  })

  it('asks in the first request only about what others have not answered since', () => {
    const { body } = chaseMail(
      period,
      recipient([line('1.1.1', 'Agree', true), line('1.1.2', 'Publish')]),
      'request',
    )
    expect(body).toContain('1 of them has been answered by others since')
    expect(body).toContain('Still to answer:\n1.1.2  Publish')
    expect(body).not.toContain('1.1.1')
  })

  it('names refs only, and then fewer, where the address would be too long; the text to copy has them all', () => {
    const many = Array.from({ length: 200 }, (_, i) => line(`4.${i}`, 'A long action text '.repeat(5)))
    const { body, mailto } = chaseMail(period, recipient(many), 'reminder')
    expect(mailto.length).toBeLessThanOrEqual(longestMailto)
    expect(parts(mailto).body).toMatch(
      /4\.0, 4\.1, .* and \d+ more, as the workbook shows\.\r\n\r\nThank you\.$/,
    )
    for (const l of many) expect(body).toContain(`${l.ref}  A long`)
  })

  it('is an address that the desktop accepts, whatever the words are', () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(words, { minLength: 1, maxLength: 30 }),
        (programme, file, actions) => {
          const asked = [{ issuedId: 'issued-1', file, on: '2020-02-04', actor: 'x' }]
          const lines = actions.map((a, i) => line(`1.${i}`, a))
          const { mailto } = chaseMail({ ...period, programme }, recipient(lines, { asked }), 'reminder')
          expect(isMailto(mailto)).toBe(true)
          expect(() => parts(mailto)).not.toThrow()
          expect(() => decodeURIComponent(mailto)).not.toThrow()
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('what the desktop opens as an e-mail', () => {
  it.each([
    'https://example.org/',
    'mailto:someone@example.org?subject=a&body=b',
    'mailto:?subject=a&body=b&attach=/etc/passwd',
    'mailto:?subject=a&body=b\nmore',
    'mailto:?subject=a&body=b"c',
    'mailto:?subject=a&body=%',
    'file:///etc/passwd',
    'MAILTO:?subject=a&body=b',
    `mailto:?subject=a&body=${'b'.repeat(3000)}`,
  ])('is never %s', (url) => {
    expect(isMailto(url)).toBe(false)
  })
})
