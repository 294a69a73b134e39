import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure, sayError } from '../../shared/errors.ts'
import { print, printJson, readCommandLine, say, type Terminal } from './terminal.ts'

const help = `SEND Improvement Desk from a terminal. Everywhere: --json, --now 2020-02-04, --actor "Name".

  init FILE.desk --sample cumbria
  init FILE.desk --from PLAN.xlsx|PLAN.docx [--local-area NAME] [--started-on 2019-08-01] [--preview]
  issue FILE.desk --period 2020-02 --out DIR [--by lead|group] [--group N] [--lead "…"] [--return-by 2020-02-14]
  chase FILE.desk --period 2020-02 [--out MISSING.xlsx]
  import FILE.desk WORKBOOK… --preview|--commit [--take returned|current] [--from SENDER] [--period 2020-02] [--mapping NAME]
  copy FILE.desk --group N|--all --out COPY.desk
  undo FILE.desk IMPORT_ID
  report FILE.desk IMPORT_ID… --out REPORT.docx
  query FILE.desk actions|updates|milestones|imports|issued|changes|measures|evidence|boards [--group N] [--ref R] [--overdue] [--as-at DAY|SNAPSHOT]
  snapshot FILE.desk --label TEXT
  compare FILE.desk SNAPSHOT SNAPSHOT|now
  export FILE.desk KIND --out PATH [--format docx|xlsx] [--board NAME] [--group N] [--period P] [--as-at SNAPSHOT] [--public [--accept-findings]]
         KIND: dfe-return, board-paper, highlight-report, exception-report, plan, scorecard, bulletin, you-said-we-did, evidence-index
  check FILE.desk
  backup FILE.desk --out PATH
  restore BACKUP.desk --out FILE.desk
  dates                      reads a completion text a line, prints a JSON object a line`

type Command = (t: Terminal) => number | Promise<number>

const programme = () => import('./commands/programmeCommands.ts')
const imports = () => import('./commands/importCommand.ts')

/** Each is loaded when it is asked for: a query does not wait for the document libraries. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await programme()).init,
  issue: async () => (await import('./commands/issueCommand.ts')).issueCommand,
  chase: async () => (await import('./commands/chaseCommand.ts')).chaseCommand,
  import: async () => (await imports()).importCommand,
  report: async () => (await import('./commands/reportCommand.ts')).reportCommand,
  copy: async () => (await import('./commands/copyCommand.ts')).copyCommand,
  undo: async () => (await imports()).undo,
  query: async () => (await import('./commands/query.ts')).query,
  snapshot: async () => (await programme()).snapshot,
  compare: async () => (await import('./commands/compare.ts')).compare,
  export: async () => (await import('./commands/exportCommand.ts')).exportCommand,
  check: async () => (await programme()).check,
  backup: async () => (await programme()).backup,
  restore: async () => (await programme()).restore,
  dates: async () => (await import('./commands/dates.ts')).dates,
}

/** Runs one command; the answer is the exit code: 0 done, 1 refused, 2 wrong usage, 3 a fault of ours. */
async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  try {
    const t = readCommandLine(argv, new Date())
    if (t.flags.help || t.command === 'help') {
      print(help)
      return 0
    }
    const load = Object.hasOwn(commands, t.command) ? commands[t.command] : undefined
    if (!load) throw new Failure({ code: 'usage', message: unknownCommand(t.command) })
    const run = await load()
    return await run(t)
  } catch (e) {
    return refused(e, json)
  }
}

const unknownCommand = (name: string): string =>
  name === '' ? help : `There is no command “${name}” here. Run it with --help for the commands.`

function refused(e: unknown, json: boolean): number {
  const error = e instanceof Failure ? e.error : { code: 'internal' as const, reference: logFault(e) }
  const message = sayError(error)
  if (json) printJson({ error: { ...error, message } })
  say(message)
  if (error.code === 'usage') return 2
  return error.code === 'internal' ? 3 : 1
}

/** Keeps a fault where a person can find it, and gives its reference. */
function logFault(e: unknown): string {
  const reference = randomUUID().slice(0, 8)
  const log = join(tmpdir(), 'send-improvement-desk.log')
  const detail = e instanceof Error ? (e.stack ?? e.message) : String(e)
  appendFileSync(log, `${new Date().toISOString()} ${reference} ${detail}\n`)
  return `${reference} (${log})`
}

// a reader that stops early (“head”) is no fault
process.stdout.on('error', () => process.exit(0))
process.exitCode = await main(process.argv.slice(2))
