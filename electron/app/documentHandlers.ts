import { existsSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import type { Handlers, SentDocument } from '../../shared/ipc/contract.ts'
import { kindsInOrder, kindWords } from '../../shared/view/papers/kindWords.ts'
import { loadDocuments, type RegisteredDocument } from '../db/documents.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

type Calls = 'document.list' | 'document.copyPrint' | 'paper.reveal'

/** The register of the papers that were saved, and the way to their files. */
export function documentHandlers(deps: Deps, session: Session): Pick<Handlers, Calls> {
  return {
    'document.list': () => loadDocuments(session.file().db).map(sentDocument),
    'document.copyPrint': async ({ id }) => {
      const doc = loadDocuments(session.file().db).find((d) => d.id === id)
      if (!doc) throw new Failure({ code: 'not-found', what: 'the paper' })
      await deps.desk.copyText(doc.sha256)
      return null
    },
    'paper.reveal': async ({ path }) => {
      if (!existsSync(path)) throw new Failure({ code: 'file-missing', path })
      await deps.desk.reveal(path)
      return null
    },
  }
}

/** In words: a kind that this app does not know keeps its own name. */
function sentDocument({ kind, audience, out, ...doc }: RegisteredDocument): SentDocument {
  const known = kindsInOrder.find((k) => k === kind)
  return {
    ...doc,
    name: known ? kindWords[known].name : kind,
    format: doc.format === 'xlsx' ? 'xlsx' : 'docx',
    public: audience === 'public',
    file: out,
  }
}
