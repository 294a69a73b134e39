import type { Deps } from '../../electron/app/deps.ts'
import { createApp } from '../../electron/app/createApp.ts'
import { dispatch } from '../../electron/app/dispatch.ts'
import type { AppError } from '../../shared/errors.ts'
import {
  contract,
  type CallName,
  type Input,
  type Output,
  type RecentProgramme,
} from '../../shared/ipc/contract.ts'
import type { Notice } from '../../shared/ipc/notices.ts'
import type { Result } from '../../shared/result.ts'
import { onTestFinished } from 'vitest'

/** What a person would answer in the dialogs, in turn. */
export type Answers = {
  readonly newProgramme?: string | null
  readonly openProgramme?: string | null
  readonly plan?: string | null
  readonly workbooks?: readonly string[]
  readonly save?: string | null
  readonly folder?: string | null
}

/**
 * The whole core without a window, called as the window calls it: through the one door, values cloned, replies
 * parsed. `faults` holds what went to the log, `notices` what the window was told.
 */
export function aDesk(answers: Answers, day = new Date(2020, 1, 14, 9, 30)) {
  const faults: unknown[] = []
  const notices: Notice[] = []
  const revealed: string[] = []
  const mails: string[] = []
  const copied: string[] = []
  const recent: RecentProgramme[] = []
  const deps: Deps = {
    desk: {
      chooseNewProgramme: async () => answers.newProgramme ?? null,
      chooseProgramme: async () => answers.openProgramme ?? null,
      choosePlan: async () => answers.plan ?? null,
      chooseWorkbooks: async () => answers.workbooks ?? [],
      chooseSavePath: async () => answers.save ?? null,
      chooseFolder: async () => answers.folder ?? null,
      reveal: async (path) => void revealed.push(path),
      openPath: async () => {},
      openMail: async (mailto) => void mails.push(mailto),
      copyText: async (text) => void copied.push(text),
      recent: {
        list: () => recent,
        add: (path, name) => void recent.unshift({ path, name, openedAt: day.toISOString() }),
        remove: (path) => void recent.splice(0, recent.length, ...recent.filter((r) => r.path !== path)),
      },
    },
    now: () => day,
    tell: (notice) => void notices.push(notice),
    log: { info: () => {}, fault: (e) => `fault ${faults.push(e)}` },
    actor: 'Programme manager',
    version: '0.0.0',
  }
  const app = createApp(deps)
  onTestFinished(() => app.close())
  const report = (e: unknown): string => deps.log.fault(e)
  const ask = async <C extends CallName>(name: C, input: Input<C>): Promise<Result<Output<C>, AppError>> => {
    const answer = await dispatch(app.handlers, report, name, structuredClone(input))
    if (!answer.ok) return answer
    const value = contract[name].output.parse(JSON.parse(JSON.stringify(answer.value))) as Output<C>
    return { ok: true, value }
  }
  /** As `ask`, for calls that must not be refused. */
  const call = async <C extends CallName>(name: C, input: Input<C>): Promise<Output<C>> => {
    const answer = await ask(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)} ${String(faults.at(-1) ?? '')}`)
    return answer.value
  }
  return { app, ask, call, faults, notices, revealed, mails, copied, recent }
}
