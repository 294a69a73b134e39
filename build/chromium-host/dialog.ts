import { spawnSync } from 'node:child_process'
import { host } from './host.ts'
import type { DialogKind } from './recorded.ts'

type DialogPart = Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>

/** File dialogs: answered from the spec's list, or put to the person with zenity where that is installed. */
export const dialog: DialogPart = {
  showOpenDialog: async (...args: [unknown, unknown?]) => {
    const options = lastOf<Electron.OpenDialogOptions>(args)
    const paths = answer('open', options, () => zenity(options, ['--file-selection', ...picking(options)]))
    return { canceled: paths.length === 0, filePaths: [...paths] }
  },
  showSaveDialog: async (...args: [unknown, unknown?]) => {
    const options = lastOf<Electron.SaveDialogOptions>(args)
    const named = options.defaultPath ? [`--filename=${options.defaultPath}`] : []
    const [path = ''] = answer('save', options, () =>
      zenity(options, ['--file-selection', '--save', ...named]),
    )
    return { canceled: path === '', filePath: path }
  },
  showMessageBox: async (...args: [unknown, unknown?]) => {
    const options = lastOf<Electron.MessageBoxOptions>(args)
    const [button = ''] = answer('message', options, () => zenityQuestion(options))
    const response = options.buttons?.indexOf(button) ?? 0
    return { response: response < 0 ? (options.cancelId ?? 0) : response, checkboxChecked: false }
  },
  showErrorBox: (title, content) => {
    host.recorded.dialogs.push({ kind: 'message', options: { title, content } })
    process.stderr.write(`${title}\n${content}\n`)
  },
}

/** Electron's dialogs take the window first, or leave it out. */
const lastOf = <T>(args: [unknown, unknown?]): T => (args.length === 1 ? args[0] : args[1]) as T

function answer(kind: DialogKind, options: object, ask: () => readonly string[]): readonly string[] {
  host.recorded.dialogs.push({ kind, options: structuredClone(options) })
  if (host.options.dialogs === 'asked') return ask()
  const next = host.answers[kind].shift()
  if (!next) throw new Error(`a dialog opened that nobody expected: ${kind} ${JSON.stringify(options)}`)
  return next
}

const picking = ({ properties = [] }: Electron.OpenDialogOptions): string[] => [
  ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
  ...(properties.includes('openDirectory') ? ['--directory'] : []),
]

function zenity(options: { readonly title?: string }, args: readonly string[]): readonly string[] {
  const run = spawnSync('zenity', [...args, ...(options.title ? [`--title=${options.title}`] : [])], {
    encoding: 'utf8',
  })
  if (run.error) {
    process.stderr.write(
      'Choosing files in this development window needs zenity (sudo apt-get install zenity); or start with: npm start -- FILE.desk\n',
    )
    return []
  }
  return run.status === 0 ? run.stdout.trim().split('\n') : []
}

/** The label of the button that was pressed: the first one, or none. */
function zenityQuestion(options: Electron.MessageBoxOptions): readonly string[] {
  const run = spawnSync('zenity', ['--question', `--text=${options.message}`], { stdio: 'ignore' })
  return run.status === 0 ? (options.buttons ?? []).slice(0, 1) : []
}
