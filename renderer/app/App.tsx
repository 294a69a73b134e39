import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { Notice } from '../../shared/ipc/notices.ts'
import { MakeCopyDialog } from '../copy/MakeCopyDialog.tsx'
import { NewProgrammeDialog } from '../start/NewProgrammeDialog.tsx'
import { StartScreen } from '../start/StartScreen.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { useApp, useDesk } from './client.tsx'
import { Sayings } from './Sayings.tsx'
import { Shell } from './Shell.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { themes } from './theme.ts'
import { useDropProgramme } from './useDropProgramme.ts'
import { useKeys } from './useKeys.ts'
import { useLook } from './useLook.ts'
import { useProgramme } from './useProgramme.ts'
import { useUndo } from './useUndo.ts'

type Command = Extract<Notice, { kind: 'menu' }>['command']
type Dialog = 'none' | 'new' | 'shortcuts' | 'copy'

const useStyles = makeStyles({
  root: {
    height: '100vh',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  failed: { padding: '24px' },
})

/** The window: the start screen, or the open programme in its frame; the keys and menus of both. */
export function App() {
  const styles = useStyles()
  const look = useLook()
  const { app } = useDesk()
  const state = useApp((s) => s.app)
  const failed = useApp((s) => s.failed)
  const [dialog, setDialog] = useState<Dialog>('none')
  useEffect(() => void app.getState().refresh(), [app])
  useKeys(useCommands(setDialog))
  useDropProgramme()
  return (
    <FluentProvider theme={themes[look]}>
      <div className={styles.root}>
        {failed && (
          <div className={styles.failed}>
            <ErrorBar error={failed} onRetry={() => void app.getState().refresh()} />
          </div>
        )}
        {state && !state.programme && <StartScreen onNew={() => setDialog('new')} />}
        {state?.programme && <Shell key={state.programme.path} onDialog={setDialog} />}
      </div>
      <NewProgrammeDialog open={dialog === 'new'} onClose={() => setDialog('none')} />
      {dialog === 'copy' && <MakeCopyDialog onClose={() => setDialog('none')} />}
      <ShortcutsDialog open={dialog === 'shortcuts'} onClose={() => setDialog('none')} />
      <Sayings />
    </FluentProvider>
  )
}

function useCommands(setDialog: (dialog: Dialog) => void): (command: Command) => void {
  const { app } = useDesk()
  const { undo, redo } = useUndo()
  const programme = useProgramme()
  return useCallback(
    (command) => {
      const isOpen = Boolean(app.getState().app?.programme)
      switch (command) {
        case 'new':
        case 'shortcuts':
          return setDialog(command)
        case 'copy':
          return isOpen ? setDialog('copy') : undefined
        case 'open':
          return void programme.open(null)
        case 'sample':
          return void programme.openSample()
        case 'close':
          return void (isOpen && programme.close())
        case 'undo':
          return void (isOpen && undo())
        case 'redo':
          return void (isOpen && redo())
        default:
          return isOpen ? app.getState().go(command) : undefined
      }
    },
    [app, undo, redo, programme, setDialog],
  )
}
