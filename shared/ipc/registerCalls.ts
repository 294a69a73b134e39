import { z } from 'zod'
import { registerList, registerName } from '../view/registerView.ts'
import { call } from './call.ts'
import { written } from './written.ts'

const id = z.string().min(1)

/** The lists that papers print from: evidence, risks, decisions, asks, voice, values of measures, texts of papers. */
export const registerCalls = {
  'register.list': call(z.object({ register: registerName }), registerList),
  /** Without an id an entry is added. */
  'register.save': call(
    z.object({
      register: registerName,
      id: id.nullable(),
      values: z.record(z.string(), z.string().nullable()),
    }),
    written,
  ),
  'register.retire': call(z.object({ register: registerName, id }), written),
} as const
