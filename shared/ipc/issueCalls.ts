import { z } from 'zod'
import { day } from '../model/fields.ts'
import { chaseLedger } from '../view/chase.ts'
import { call } from './call.ts'

const nothing = z.object({})
const text = z.string().min(1)
const by = z.enum(['lead', 'group'])

/** Somebody who can be asked, with the actions of the workbook. */
const askable = z.object({ name: z.string(), refs: z.array(z.string()) })

/** What can be handed out: periods (those to come are made when they are first asked about), recipients, gaps. */
export const issueOptions = z.object({
  periods: z.array(
    z.object({
      label: z.string(),
      name: z.string(),
      isNew: z.boolean(),
      /** Workbooks handed out for it so far. */
      issued: z.number().int(),
      /** Who has one of this period. */
      to: z.array(z.object({ by, name: z.string() })),
    }),
  ),
  /** The label of the period that is asked about now. */
  period: z.string(),
  returnBy: day,
  byLead: z.array(askable),
  byGroup: z.array(askable),
  /** Actions that nobody leads: no lead's workbook has them. */
  withoutLead: z.array(z.object({ actionId: z.string(), ref: z.string(), action: z.string() })),
})
export type IssueOptions = z.infer<typeof issueOptions>

/** The workbooks that were written, and where. */
export const handedOut = z.object({
  folder: z.string(),
  period: z.object({ label: z.string(), name: z.string() }),
  returnBy: day.nullable(),
  /** True where it asks again for what was missing. */
  isAgain: z.boolean(),
  issued: z.array(
    z.object({
      id: z.string(),
      by,
      name: z.string(),
      file: z.string(),
      path: z.string(),
      actions: z.number().int(),
    }),
  ),
})
export type HandedOut = z.infer<typeof handedOut>

/** The e-mail to one recipient of a period. */
export const mailChoice = z.object({ period: text, by, name: text, kind: z.enum(['request', 'reminder']) })
export type MailChoice = z.infer<typeof mailChoice>

/** The calls of handing workbooks out and of chasing answers. */
export const issueCalls = {
  'issue.options': call(nothing, issueOptions),
  /** Asks for a folder and writes a workbook for each of the recipients; null where the person cancelled. */
  'issue.write': call(
    z.object({ period: text, by, recipients: z.array(text).min(1), returnBy: day.nullable() }),
    handedOut.nullable(),
  ),
  /** The ledger of a period, or of the one handed out last; null where nothing was handed out. */
  'chase.ledger': call(
    z.object({ period: z.string().nullable() }),
    z.object({
      periods: z.array(z.object({ label: z.string(), name: z.string() })),
      ledger: chaseLedger.nullable(),
    }),
  ),
  /** Asks for a folder and writes new workbooks with the actions that nobody has answered. */
  'chase.reissue': call(
    z.object({
      period: text,
      recipients: z.array(z.object({ by, name: text })).min(1),
      returnBy: day.nullable(),
    }),
    handedOut.nullable(),
  ),
  'chase.saveMissing': call(z.object({ period: text }), z.object({ out: z.string() }).nullable()),
  'chase.mail': call(
    mailChoice,
    z.object({
      subject: z.string(),
      body: z.string(),
      /** True where the mail program gets a shorter text than the one to copy. */
      isShortened: z.boolean(),
      /** The newest workbook's name, to attach by hand. */
      file: z.string(),
    }),
  ),
  'chase.openMail': call(mailChoice, z.null()),
  'chase.copyMail': call(mailChoice, z.null()),
} as const
