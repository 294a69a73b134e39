import { resolve } from 'node:path'
import { Failure } from '../../../shared/errors.ts'
import { chaseWords } from '../../../shared/view/chase.ts'
import { loadProgramme } from '../../db/loadTables.ts'
import { openForReading } from '../../db/openFile.ts'
import { loadLedger } from '../../issue/loadLedger.ts'
import { saveMissing } from '../../issue/saveMissing.ts'
import { print, printJson, programmePath, say, type Terminal } from '../terminal.ts'

/** `chase FILE.desk --period P [--json] [--out missing.xlsx]`: who was asked in a period, and what came back. */
export async function chaseCommand(t: Terminal): Promise<number> {
  const { period, out } = t.flags
  if (!period) throw new Failure({ code: 'usage', message: 'chase: which period? Say --period 2020-02.' })
  const db = openForReading(programmePath(t))
  try {
    const p = loadProgramme(db, t.today)
    const ledger = loadLedger(db, p, period)
    if (out !== undefined) await saveMissing(ledger, p.programme.marking, resolve(out))
    if (t.json) printJson(ledger)
    else
      for (const r of ledger.recipients)
        print(
          `${r.name}: ${chaseWords[r.state]}${r.isLate ? ', late' : ''}${r.missing.length > 0 ? `; without an answer: ${r.missing.join(', ')}` : ''}`,
        )
    say(ledger.summary.join(' '))
    return 0
  } finally {
    db.close()
  }
}
