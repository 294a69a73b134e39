import { host } from './host.ts'
import type { BrowserWindow } from './browserWindow.ts'
import type { MenuEntry } from './recorded.ts'

type Template = Electron.MenuItemConstructorOptions[]

/** The application menu. Chromium shows none, so its keys are heard in the page and a spec clicks it by label. */
export class Menu {
  static #current: Menu | null = null
  readonly template: Template

  private constructor(template: Template) {
    this.template = template
  }

  static buildFromTemplate = (template: Template): Menu => new Menu(template)

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#current = menu
    host.recorded.menu = entries(menu?.template ?? [])
    host.appEvents.emit('chromium-host-menu')
  }

  static getApplicationMenu = (): Menu | null => Menu.#current
}

/** The keys of all entries that have a click of their own, in the form the page compares: `Ctrl+Shift+O`. */
export const acceleratorKeys = (): string[] =>
  clickable().flatMap((item) => (item.accelerator ? [keysOf(item.accelerator)] : []))

/** Clicks the entry that has these keys. */
export function clickAccelerator(keys: string, window: BrowserWindow): void {
  const item = clickable().find((item) => item.accelerator && keysOf(item.accelerator) === keys)
  if (item) click(item, window)
}

/** Clicks an entry by its labels from the top, as a person does; throws where there is none. */
export function clickLabels(labels: readonly string[], window: BrowserWindow): void {
  let level: Template = Menu.getApplicationMenu()?.template ?? []
  let item: Electron.MenuItemConstructorOptions | undefined
  for (const label of labels) {
    item = level.find((item) => item.label?.replace('&', '') === label)
    if (!item || item.enabled === false) throw new Error(`the menu has no entry ${labels.join(' › ')}`)
    level = submenu(item)
  }
  if (item) click(item, window)
}

function click(item: Electron.MenuItemConstructorOptions, window: BrowserWindow): void {
  // the app's entries look at neither the item nor the event; the window is the stand-in's own
  item.click?.(item as unknown as Electron.MenuItem, window as unknown as Electron.BaseWindow, {})
}

const submenu = (item: Electron.MenuItemConstructorOptions): Template =>
  Array.isArray(item.submenu) ? item.submenu : []

const flat = (template: Template): Template => template.flatMap((item) => [item, ...flat(submenu(item))])

const clickable = (): Template =>
  flat(Menu.getApplicationMenu()?.template ?? []).filter(
    (item) => item.click && item.enabled !== false && item.registerAccelerator !== false,
  )

const keysOf = (accelerator: string): string => accelerator.replace(/CmdOrCtrl|CommandOrControl/, 'Ctrl')

const entries = (template: Template): MenuEntry[] =>
  template.map((item) => ({
    label: item.label ?? '',
    role: item.role ?? null,
    accelerator: item.accelerator ?? null,
    enabled: item.enabled !== false,
    items: entries(submenu(item)),
  }))
