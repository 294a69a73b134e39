import { parseArgs } from 'node:util'
import { userInfo } from 'node:os'
import { Failure } from '../../shared/errors.ts'
import { dayOf, momentOf } from '../app/moment.ts'
import type { Writer } from '../db/openProgramme.ts'

const options = {
  json: { type: 'boolean' },
  now: { type: 'string' },
  actor: { type: 'string' },
  sample: { type: 'string' },
  from: { type: 'string' },
  'local-area': { type: 'string' },
  'started-on': { type: 'string' },
  preview: { type: 'boolean' },
  commit: { type: 'boolean' },
  take: { type: 'string' },
  mapping: { type: 'string' },
  period: { type: 'string' },
  group: { type: 'string' },
  all: { type: 'boolean' },
  lead: { type: 'string' },
  by: { type: 'string' },
  'return-by': { type: 'string' },
  ref: { type: 'string' },
  overdue: { type: 'boolean' },
  'as-at': { type: 'string' },
  label: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  board: { type: 'string' },
  public: { type: 'boolean' },
  'accept-findings': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export type Flags = {
  readonly [K in keyof typeof options]?: (typeof options)[K]['type'] extends 'boolean' ? boolean : string
}

/** What a command works with: its words, the clock, who it acts for. */
export type Terminal = {
  readonly command: string
  readonly words: readonly string[]
  readonly flags: Flags
  readonly json: boolean
  /** ISO day. */
  readonly today: string
  readonly writer: Writer
}

/** Reads a command line. Fails with 'usage' for an option or a date that nobody knows. */
export function readCommandLine(argv: readonly string[], clock: Date): Terminal {
  const { values, positionals } = parsed(argv)
  const flags: Flags = values
  const now = flags.now === undefined ? clock : fixedClock(flags.now)
  return {
    command: positionals[0] ?? '',
    words: positionals.slice(1),
    flags,
    json: flags.json === true,
    today: dayOf(now),
    writer: { actor: flags.actor ?? userInfo().username, at: momentOf(now) },
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (e) {
    throw new Failure({
      code: 'usage',
      message: `${(e as Error).message}. Run it with --help for the commands.`,
    })
  }
}

/** A day without a time: midnight, so that no time of day gets into anything. */
function fixedClock(text: string): Date {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const day = new Date(Number(y), Number(m) - 1, Number(d))
  if (d === undefined || day.getDate() !== Number(d))
    throw new Failure({ code: 'usage', message: `--now takes a day such as 2020-02-04, not “${text}”.` })
  return day
}

/** The programme's path, the first word of most commands. */
export function programmePath(t: Terminal): string {
  const path = t.words[0]
  if (!path)
    throw new Failure({
      code: 'usage',
      message: `${t.command}: which programme? Give the path of its .desk file.`,
    })
  return path
}

/** The value of an option that a command can't do without. */
export function needed(t: Terminal, flag: 'out' | 'label', what: string): string {
  const value = t.flags[flag]
  if (!value) throw new Failure({ code: 'usage', message: `${t.command}: ${what} (--${flag}).` })
  return value
}

export const say = (line: string): void => void process.stderr.write(`${line}\n`)
export const print = (line: string): void => void process.stdout.write(`${line}\n`)
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))
