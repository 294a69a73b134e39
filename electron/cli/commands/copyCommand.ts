import { Failure } from '../../../shared/errors.ts'
import { makeCopy, type CopyScope } from '../../copy/makeCopy.ts'
import { openForWriting } from '../../db/openProgramme.ts'
import { needed, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `copy FILE.desk --group N|--all --out COPY.desk`: a group's copy for its chair, to work in and send back. */
export function copyCommand(t: Terminal): number {
  const path = programmePath(t)
  const scope = scopeOf(t)
  const out = needed(t, 'out', 'where to')
  const open = openForWriting(path, t.writer, 'before copy')
  try {
    const made = makeCopy(open.db, scope, out, t.writer)
    if (t.json) printJson(made)
    else
      say(
        `Made “${out}”: a copy of ${scope === 'all' ? 'all groups' : made.groups.map((g) => g.name).join(' and ')}. It comes back with: import ${path} ${out} --preview`,
      )
    return 0
  } finally {
    open.close()
  }
}

function scopeOf(t: Terminal): CopyScope {
  const { group, all } = t.flags
  if ((group === undefined) === (all !== true)) throw usage('say --group N, or --all.')
  if (group === undefined) return 'all'
  if (!/^\d+$/u.test(group)) throw usage(`--group takes a number, not “${group}”.`)
  return [Number(group)]
}

const usage = (message: string): Failure => new Failure({ code: 'usage', message: `copy: ${message}` })
