import { retireRegister, saveRegister } from '../../shared/edit/saveRegister.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { registerView } from '../../shared/view/registerView.ts'
import { lastEvidenceNumber } from '../db/lastEvidenceNumber.ts'
import type { Session } from './session.ts'

type Calls = 'register.list' | 'register.save' | 'register.retire'

/** The lists that papers print from: evidence, risks, decisions, asks, voice, values of measures, texts of papers. */
export function registerHandlers(session: Session): Pick<Handlers, Calls> {
  return {
    'register.list': ({ register }) => registerView(session.programme(), register),
    'register.save': (asked) =>
      session.write((e) => saveRegister(e, asked, lastEvidenceNumber(session.file().db))),
    'register.retire': (asked) => session.write((e) => retireRegister(e, asked)),
  }
}
