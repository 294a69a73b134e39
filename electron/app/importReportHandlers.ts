import { Failure } from '../../shared/errors.ts'
import { printDay } from '../../shared/dates/printDay.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { exportImportReport } from '../export/exportImportReport.ts'
import { loadReported } from '../import/loadReported.ts'
import type { Deps } from './deps.ts'
import type { Session } from './session.ts'

/** The Word report of past imports: what became of every file and every row. */
export function importReportHandlers(deps: Deps, session: Session): Pick<Handlers, 'import.report'> {
  return {
    'import.report': async ({ importIds, refused }) => {
      const programme = session.programme()
      const imports = loadReported(session.file().db, programme, importIds)
      const [only] = imports
      const name =
        imports.length === 1 && only ? only.file.replace(/\.[^.]+$/u, '') : `${imports.length} files`
      const out = await deps.desk.chooseSavePath(
        `Import report, ${name}, ${printDay(programme.today)}`,
        'docx',
      )
      if (out === null) return null
      const made = await exportImportReport(programme, { imports, refused }, out)
      if (!made.ok) throw new Failure(made.error)
      return made.value
    },
  }
}
