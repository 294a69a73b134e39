import { previewImport } from '../../electron/import/previewImport.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { openForWriting } from '../../electron/db/openProgramme.ts'

/** Commits workbooks into a programme, saying on standard output when it begins: for a test that kills it. */
const [path = '', ...workbooks] = process.argv.slice(2)
const writer = { actor: 'Programme manager', at: '2020-02-14T00:00:00' }
const open = openForWriting(path, writer, 'before import')
const plan = await previewImport(open.db, workbooks, { sender: null, period: null, today: '2020-02-14' })
process.stdout.write('begins\n')
commitImport(open.db, plan, {}, writer)
process.stdout.write('done\n')
open.close()
