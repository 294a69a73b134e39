import { Failure } from '../../../shared/errors.ts'
import { compareProgrammes } from '../../../shared/view/compareProgrammes.ts'
import { paperSource } from '../../app/paperSource.ts'
import { openForReading } from '../../db/openFile.ts'
import { print, printJson, programmePath, type Terminal } from '../terminal.ts'

/** `compare FILE.desk SNAPSHOT_A SNAPSHOT_B|now`: what changed between two states of a programme. */
export function compare(t: Terminal): number {
  const path = programmePath(t)
  const [from, to] = t.words.slice(1)
  if (!from || !to)
    throw new Failure({
      code: 'usage',
      message: 'compare: which two? Give a snapshot, then another or the word “now”.',
    })
  const db = openForReading(path)
  try {
    const state = (name: string) => paperSource(db, name === 'now' ? null : name, t.today).programme
    const found = compareProgrammes(state(from), state(to))
    if (t.json) printJson(found)
    else {
      for (const ref of found.added) print(`${ref} added`)
      for (const ref of found.removed) print(`${ref} removed`)
      for (const c of found.changed) print(`${c.ref} ${c.field}: ${say(c.before)} → ${say(c.after)}`)
    }
    return 0
  } finally {
    db.close()
  }
}

const say = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)
