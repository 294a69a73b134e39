import { openForReading } from '../../electron/db/openFile.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { today } from './bigProgramme.ts'

/** A process that previews workbooks once, `node previewOnce.ts PROGRAMME WORKBOOK…`, and prints its peak memory in megabytes. */
const [programme = '', ...workbooks] = process.argv.slice(2)
const db = openForReading(programme)
await previewImport(db, workbooks, { sender: null, period: null, today })
db.close()
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
