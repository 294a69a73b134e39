import type { RecentProgramme } from '../../shared/ipc/contract.ts'
import type { Notice } from '../../shared/ipc/notices.ts'

/** What only a desktop can do; real, terminal and test ones are small files of their own. */
export type Desk = {
  chooseWorkbooks(): Promise<readonly string[]>
  chooseProgramme(): Promise<string | null>
  /** A plan in Excel or Word to make a programme of. */
  choosePlan(): Promise<string | null>
  /** A path that is free, or that the person agreed to replace; null where cancelled. */
  chooseNewProgramme(suggestedName: string, title?: string): Promise<string | null>
  chooseSavePath(suggestedName: string, extension: string): Promise<string | null>
  /** A folder to put several files in; null where cancelled. */
  chooseFolder(title: string): Promise<string | null>
  reveal(path: string): Promise<void>
  openPath(path: string): Promise<void>
  /** Opens a new message in the mail program: an address of `chaseMail`, and nothing else. */
  openMail(mailto: string): Promise<void>
  copyText(text: string): Promise<void>
  readonly recent: {
    list(): readonly RecentProgramme[]
    add(path: string, name: string): void
    remove(path: string): void
  }
}

/** Where faults go; gives a reference that a person can quote. */
export type Log = {
  info(message: string): void
  fault(error: unknown): string
}

/** The outside world, handed in. */
export type Deps = {
  readonly desk: Desk
  readonly now: () => Date
  readonly log: Log
  /** Tells the window something that it did not ask for, such as how far a task is. */
  readonly tell: (notice: Notice) => void
  /** Who the audit trail names. */
  readonly actor: string
  readonly version: string
}
