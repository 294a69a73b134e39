import { resolve } from 'node:path'
import { z } from 'zod'
import { recentProgramme } from '../../shared/ipc/contract.ts'
import type { Desk } from '../app/deps.ts'
import { readJsonFile, writeJsonFile } from './jsonFile.ts'

const mostKept = 10

/** The programmes opened last, newest first, in a small file of the app's data folder. */
export function recentProgrammes(file: string, now: () => Date): Desk['recent'] {
  const list = (): z.output<typeof listSchema> => readJsonFile(file, listSchema, [])
  const others = (path: string): z.output<typeof listSchema> =>
    list().filter((entry) => resolve(entry.path) !== resolve(path))
  return {
    list,
    add: (path, name) =>
      writeJsonFile(
        file,
        [{ path, name, openedAt: now().toISOString() }, ...others(path)].slice(0, mostKept),
      ),
    remove: (path) => writeJsonFile(file, others(path)),
  }
}

const listSchema = z.array(recentProgramme)
