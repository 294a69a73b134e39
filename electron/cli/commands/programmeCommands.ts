import { existsSync } from 'node:fs'
import { Failure } from '../../../shared/errors.ts'
import { copyTo } from '../../db/backups.ts'
import { checkProgramme } from '../../db/checkProgramme.ts'
import { openForReading } from '../../db/openFile.ts'
import { createProgramme, openForWriting } from '../../db/openProgramme.ts'
import { takeSnapshot } from '../../db/snapshots.ts'
import { needed, print, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `init FILE.desk --sample cumbria` or `--from PLAN.xlsx|PLAN.docx`: a new programme. */
export async function init(t: Terminal): Promise<number> {
  const path = programmePath(t)
  if (t.flags.from !== undefined && t.flags.sample === undefined)
    return (await import('./initFromPlan.ts')).initFromPlan(t, path, t.flags.from)
  if (t.flags.sample !== 'cumbria' || t.flags.from !== undefined)
    throw new Failure({
      code: 'usage',
      message:
        'init: choose what the programme starts from: --sample cumbria, or --from PLAN.xlsx or PLAN.docx.',
    })
  const { cumbriaRows } = await import('../../sample/cumbriaSample.ts')
  createProgramme(path, cumbriaRows(), t.writer, 'sample programme')
  if (t.json) printJson({ out: path })
  else say(`Made “${path}”: the Cumbria plan of August 2019, 6 working groups, 30 objectives, 108 actions.`)
  return 0
}

/** `check FILE.desk`: exit 1 on any fault. */
export function check(t: Terminal): number {
  const db = openForReading(programmePath(t))
  try {
    const findings = checkProgramme(db)
    const ok = findings.length === 0
    if (t.json) printJson({ ok, findings })
    else if (ok) print('The programme is sound.')
    for (const f of findings) say(f.message)
    return ok ? 0 : 1
  } finally {
    db.close()
  }
}

/** `snapshot FILE.desk --label TEXT`: freezes the programme as it is now. */
export function snapshot(t: Terminal): number {
  const label = needed(t, 'label', 'a snapshot needs a name')
  const open = openForWriting(programmePath(t), t.writer, 'before snapshot')
  try {
    const taken = takeSnapshot(open.db, label, t.writer)
    if (t.json) printJson(taken)
    else say(`Froze the programme as “${taken.label}”.`)
    return 0
  } finally {
    open.close()
  }
}

/** `backup FILE.desk --out PATH`: a consistent copy, also while the programme is open elsewhere. */
export function backup(t: Terminal): number {
  const out = needed(t, 'out', 'where to')
  const db = openForReading(programmePath(t))
  try {
    db.pragma('query_only = OFF')
    copyTo(db, out)
  } finally {
    db.close()
  }
  if (t.json) printJson({ out })
  else say(`Copied to “${out}”.`)
  return 0
}

/** `restore BACKUP --out FILE.desk`: a backup as a programme again; never over an existing one. */
export function restore(t: Terminal): number {
  const out = needed(t, 'out', 'where to')
  if (existsSync(out)) throw new Failure({ code: 'file-exists', path: out })
  const db = openForReading(programmePath(t))
  try {
    const faults = checkProgramme(db)
    if (faults[0]) throw new Failure({ code: 'damaged', path: programmePath(t), why: faults[0].message })
    db.pragma('query_only = OFF')
    copyTo(db, out)
  } finally {
    db.close()
  }
  if (t.json) printJson({ out })
  else say(`Restored as “${out}”.`)
  return 0
}
