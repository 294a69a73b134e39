import type { Programme } from '../view/programme.ts'

/** Names to choose a sender from: those of earlier imports first, then the plan's leads, each once. */
export function knownSenders(programme: Programme, earlier: readonly (string | null)[]): readonly string[] {
  const before = earlier.filter((s) => s !== null)
  const leads = programme.actions.flatMap((e) => e.leads.map((l) => l.printed))
  const byName = (a: string, b: string): number => a.localeCompare(b, 'en-GB')
  return [...new Set([...[...new Set(before)].sort(byName), ...[...new Set(leads)].sort(byName)])]
}
