import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { app, clipboard, dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import type { Desk } from '../app/deps.ts'
import { fileName } from './fileName.ts'
import { isMailto } from './isMailto.ts'
import { recentProgrammes } from './recentProgrammes.ts'

const programmes: FileFilter[] = [{ name: 'Improvement programme', extensions: ['desk'] }]
const workbooks: FileFilter[] = [
  { name: 'Workbooks and group copies', extensions: ['xlsx', 'xlsm', 'ods', 'csv', 'desk'] },
]
const plans: FileFilter[] = [
  { name: 'Plans in Excel or Word', extensions: ['docx', 'xlsx', 'xlsm', 'ods', 'csv'] },
]
const kinds: Readonly<Record<string, string>> = { docx: 'Word document', xlsx: 'Excel workbook' }

/** The desktop as the core knows it: dialogs over the window, folders, and the programmes opened last. */
export function electronDesk(window: () => BrowserWindow | null, now: () => Date): Desk {
  const chooseFiles = async (
    title: string,
    filters: FileFilter[],
    many: boolean,
  ): Promise<readonly string[]> => {
    const options = { title, filters, properties: many ? manyFiles : oneFile }
    const over = window()
    const answer = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
    return answer.canceled ? [] : answer.filePaths
  }
  const chooseSave = async (title: string, suggested: string, extension: string): Promise<string | null> => {
    const options = {
      title,
      defaultPath: join(app.getPath('documents'), withExtension(fileName(suggested), extension)),
      filters: [{ name: kinds[extension] ?? 'Improvement programme', extensions: [extension] }],
    }
    const over = window()
    const answer = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options))
    if (answer.canceled || !answer.filePath) return null
    const path = withExtension(answer.filePath, extension)
    // the dialog asked about replacing only for the name as typed
    return path === answer.filePath || !existsSync(path) || (await mayReplace(path, over)) ? path : null
  }
  return {
    chooseWorkbooks: () => chooseFiles('Choose returned workbooks', workbooks, true),
    chooseProgramme: async () => (await chooseFiles('Open a programme', programmes, false))[0] ?? null,
    choosePlan: async () => (await chooseFiles('Choose a plan', plans, false))[0] ?? null,
    chooseNewProgramme: (suggestedName, title = 'Save the new programme') =>
      chooseSave(title, suggestedName, 'desk'),
    chooseSavePath: (suggestedName, extension) => chooseSave('Save the paper', suggestedName, extension),
    chooseFolder: async (title) => {
      const options = { title, defaultPath: app.getPath('documents'), properties: oneFolder }
      const over = window()
      const answer = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options))
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    reveal: async (path) => shell.showItemInFolder(path),
    openPath: async (path) => {
      const problem = await shell.openPath(path)
      if (problem) throw new Error(problem)
    },
    openMail: async (mailto) => {
      if (!isMailto(mailto)) throw new Error('only an e-mail of ours is opened outside')
      await shell.openExternal(mailto)
    },
    copyText: (text) => clipboard.writeText(text),
    recent: recentProgrammes(join(app.getPath('userData'), 'recent.json'), now),
  }
}

const oneFile: ['openFile'] = ['openFile']
const oneFolder: ('openDirectory' | 'createDirectory')[] = ['openDirectory', 'createDirectory']
const manyFiles: ('openFile' | 'multiSelections')[] = ['openFile', 'multiSelections']

async function mayReplace(path: string, over: BrowserWindow | null): Promise<boolean> {
  const question = {
    type: 'question' as const,
    message: `“${basename(path)}” is there already. Replace it?`,
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  }
  const answer = await (over ? dialog.showMessageBox(over, question) : dialog.showMessageBox(question))
  return answer.response === 0
}

const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`
