import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Notice } from '../../shared/ipc/notices.ts'

type Command = Extract<Notice, { kind: 'menu' }>['command']

/**
 * The menus, with the keys that people know. An entry tells the window what was asked for; the window does it.
 * Undo and Redo are the window's own: in a text box it undoes typing, elsewhere the last change of the programme.
 */
export function setMenu(tell: (command: Command) => void, isMac: boolean): void {
  const entry = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => tell(command),
    ...(accelerator ? { accelerator } : {}),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        entry('New programme…', 'new', 'CmdOrCtrl+N'),
        entry('New sample programme…', 'sample'),
        entry('Open…', 'open', 'CmdOrCtrl+O'),
        { type: 'separator' },
        entry('Make a copy for a chair…', 'copy'),
        entry('Close programme', 'close', 'CmdOrCtrl+W'),
        ...(isMac ? [] : [{ type: 'separator' as const }, { role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        shown(entry('Undo', 'undo', 'CmdOrCtrl+Z')),
        shown(entry('Redo', 'redo', isMac ? 'Shift+CmdOrCtrl+Z' : 'CmdOrCtrl+Y')),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        entry('Overview', 'overview', 'CmdOrCtrl+1'),
        entry('Work plan', 'plan', 'CmdOrCtrl+2'),
        entry('Collect updates', 'collect', 'CmdOrCtrl+3'),
        entry('Papers', 'papers', 'CmdOrCtrl+4'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Help',
      submenu: [
        entry('Keyboard shortcuts', 'shortcuts', 'F1'),
        ...(isMac ? [] : [{ role: 'about' as const }]),
      ],
    },
  ]
  app.setAboutPanelOptions({ applicationName: app.getName(), applicationVersion: app.getVersion() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** The key stands beside the entry, but the page hears it first and alone (Windows and Linux allow this). */
const shown = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  ...item,
  registerAccelerator: false,
})
