import { z } from 'zod'
import { day } from '../model/fields.ts'

/** The open programme as the window's frame shows it; null where none is open, or the person cancelled. */
export const openedProgramme = z
  .object({
    path: z.string(),
    name: z.string(),
    localArea: z.string(),
    marking: z.string(),
    revision: z.number().int(),
    today: day,
    undoLabel: z.string().nullable(),
    redoLabel: z.string().nullable(),
    /** A sentence where the file lies in a cloud-synced or network folder. */
    folderWarning: z.string().nullable(),
  })
  .nullable()
