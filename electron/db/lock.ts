import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { Failure } from '../../shared/errors.ts'

/** Who holds a programme for writing: a small file beside it, so that also another machine can read the name. */
type Owner = { readonly actor: string; readonly host: string; readonly pid: number; readonly since: string }

export type Lock = { release(): void }

export const lockPathOf = (path: string): string => `${path}.lock`

/**
 * Takes the one writer's place at a programme. Fails with 'locked' and the owner's name.
 * A lock whose process on this machine has ended is stale and is taken over.
 */
export function takeLock(path: string, actor: string, since: string): Lock {
  const lock = lockPathOf(path)
  const mine: Owner = { actor, host: hostname(), pid: process.pid, since }
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(lock, JSON.stringify(mine), { flag: 'wx' })
      return { release: () => release(lock, mine) }
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw asFailure(path, e)
    }
    const owner = readOwner(lock)
    if (owner && isAlive(owner))
      throw new Failure({ code: 'locked', path, owner: nameOf(owner), since: owner.since })
    rmSync(lock, { force: true })
  }
  throw new Failure({ code: 'file-in-use', path })
}

function release(lock: string, mine: Owner): void {
  const owner = readOwner(lock)
  if (owner && owner.pid === mine.pid && owner.host === mine.host) rmSync(lock, { force: true })
}

function readOwner(lock: string): Owner | null {
  try {
    const read = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Owner>
    if (typeof read.pid !== 'number' || typeof read.host !== 'string') return null
    return { actor: read.actor ?? 'somebody', host: read.host, pid: read.pid, since: read.since ?? '' }
  } catch {
    return null
  }
}

/** Of another machine nothing can be said: its lock counts until its owner, or a person, removes it. */
function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true
  if (owner.pid === process.pid) return true
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const nameOf = (owner: Owner): string =>
  owner.host === hostname() ? owner.actor : `${owner.actor} on ${owner.host}`

function asFailure(path: string, e: unknown): unknown {
  const code = (e as NodeJS.ErrnoException).code ?? ''
  if (!/^E(ACCES|PERM|NOSPC|ROFS|NOENT)$/.test(code)) return e
  return new Failure({
    code: 'cannot-write',
    path,
    why: code === 'ENOSPC' ? 'the disk is full' : 'the folder may not be changed',
  })
}
