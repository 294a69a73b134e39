import { describe, expect, it } from 'vitest'
import { defaultScale } from '../../shared/ratings/defaultScale.ts'

const kinds = ['delivery', 'impact'] as const
type Step = (typeof defaultScale)[number]
const codes = (kind: string, which: (step: Step) => boolean = () => true) =>
  defaultScale.filter((s) => s.kind === kind && which(s)).map((s) => s.code)

it('has the codes of both scales in order', () => {
  expect(codes('delivery')).toEqual(['grey', 'red', 'amber', 'green', 'blue'])
  expect(codes('impact')).toEqual(['too-early', 'none', 'emerging', 'evident', 'embedded'])
  for (const kind of kinds)
    expect(defaultScale.filter((s) => s.kind === kind).map((s) => s.position)).toEqual([0, 1, 2, 3, 4])
})

it('counts only complete as done, and asks for a recovery where delivery is off track or at risk', () => {
  expect(kinds.flatMap((kind) => codes(kind, (s) => s.countsAsDone))).toEqual(['blue'])
  expect(kinds.flatMap((kind) => codes(kind, (s) => s.needsRecovery))).toEqual(['red', 'amber'])
})

it('tells the steps of a scale apart by word, meaning and colour', () => {
  for (const column of ['word', 'meaning'] as const)
    expect(new Set(defaultScale.map((s) => s[column])).size).toBe(defaultScale.length)
  for (const kind of kinds) {
    const steps = defaultScale.filter((s) => s.kind === kind)
    for (const column of ['fill', 'ink', 'bar'] as const)
      expect(new Set(steps.map((s) => s[column])).size).toBe(steps.length)
  }
})

describe.each(defaultScale.map((step) => [step.word, step] as const))('%s', (_, step) => {
  it('is written in six hex digits', () => {
    for (const colour of [step.fill, step.ink, step.bar]) expect(colour).toMatch(/^[0-9A-F]{6}$/)
  })

  it('can be read: ink on its fill and on white 4.5:1 or more, bar on white 3:1 or more', () => {
    expect(contrast(step.ink, step.fill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(step.ink, 'FFFFFF')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(step.bar, 'FFFFFF')).toBeGreaterThanOrEqual(3)
  })

  it('has a pale fill, a dark ink and a bar of one hue', () => {
    expect(luminance(step.fill)).toBeGreaterThan(0.5)
    expect(luminance(step.ink)).toBeLessThan(0.1)
    const hues = [step.fill, step.ink, step.bar].map(hue)
    if (hues.includes(null)) expect(hues).toEqual([null, null, null])
    else for (const h of hues) expect(apart(h!, hues[2]!)).toBeLessThan(20)
  })
})

/** Contrast of two colours, 1 to 21, as the accessibility guidelines (WCAG 2.2) define it. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

const channels = (hex: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** Hue in degrees, or null for a grey. */
function hue(hex: string): number | null {
  const [r, g, b] = channels(hex) as [number, number, number]
  const max = Math.max(r, g, b)
  const range = max - Math.min(r, g, b)
  if (range === 0) return null
  const sector = max === r ? (g - b) / range : max === g ? (b - r) / range + 2 : (r - g) / range + 4
  return (sector * 60 + 360) % 360
}

const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b))
