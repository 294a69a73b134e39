/** What the page's side of the host sends to the other side. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'paths' }
  | {
      readonly kind: 'bounds'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'accelerator'; readonly keys: string }

/** Names in the page that the two sides share: the way out, the way in, and the files whose paths are asked for. */
export const names = {
  binding: '__chromiumHost',
  deliver: '__chromiumHostDeliver',
  held: '__chromiumHostHeld',
} as const

/**
 * The init script of a window: the page's side around the app's own preload bundle, which is not changed.
 * The functions below go into the page as their source text, so they name nothing but each other.
 */
export const initScript = (preload: string): string =>
  `(() => {
    if (window !== window.top) return
    ${[pageSide, makeElectron, copied, followFiles, followKeys, followWindow].map(String).join('\n')}
    pageSide((require, module, exports) => {${preload}\n}, ${JSON.stringify(names)})
  })()`

type Names = typeof names
type Send = (message: FromPage) => Promise<unknown>
type Preload = (require: (id: string) => unknown, module: { exports: object }, exports: object) => void
type Listener = (event: object, ...args: unknown[]) => void
type State = {
  readonly send: Send
  readonly listeners: Map<string, Set<Listener>>
  readonly paths: WeakMap<File, string>
  accelerators: readonly string[]
}

/** Runs in the page before any script of its own, and runs the preload bundle with a stand-in to require. */
function pageSide(preload: Preload, names: Names): void {
  // names that the host makes up are no properties that the page's type knows
  const world = window as unknown as Record<string, unknown>
  const send = world[names.binding] as Send
  delete world[names.binding]
  const state: State = { send, listeners: new Map(), paths: new WeakMap(), accelerators: [] }
  Object.defineProperty(window, names.deliver, {
    value: (channel: string, args: readonly unknown[]) => {
      if (channel === 'accelerators') state.accelerators = args as readonly string[]
      else for (const listen of state.listeners.get(channel) ?? []) listen({}, ...args)
    },
  })
  followFiles(state, names)
  followKeys(state)
  followWindow(state)
  const electron = makeElectron(state)
  const module = { exports: {} }
  const require = (id: string): unknown => {
    if (id !== 'electron') throw new Error(`a sandboxed preload cannot require ${id}`)
    return electron
  }
  preload(require, module, module.exports)
}

/** The three parts of `electron` that a preload may use. */
function makeElectron({ send, listeners, paths }: State): object {
  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    try {
      return await send({ kind: 'invoke', channel, args: structuredClone(args) })
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
    }
  }
  return {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) =>
        Object.defineProperty(window, key, { value: copied(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke,
      on: (channel: string, listen: Listener) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listen)),
    },
    webUtils: {
      getPathForFile: (file: File) => {
        if (!(file instanceof File)) throw new TypeError('not a File')
        return paths.get(file) ?? ''
      },
    },
  }
}

/** As Electron's bridge: values are copied, functions become proxies, the page gets no object of the preload. */
function copied(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => {
      const answer = (value as (...args: unknown[]) => unknown)(...args.map(copied))
      return answer instanceof Promise ? answer.then(copied) : copied(answer)
    }
  }
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value
  if (Array.isArray(value)) return value.map(copied)
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value)
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)])))
}

/**
 * Electron knows a file's path at once; Chromium's debugger has to be asked, so a drop or a choice waits for the
 * answer and is then sent on its way again.
 */
function followFiles({ send, paths }: State, names: Names): void {
  // as in pageSide: the host's own names
  const world = window as unknown as Record<string, unknown>
  const learn = async (files: readonly File[]): Promise<void> => {
    world[names.held] = files
    const found = (await send({ kind: 'paths' })) as readonly string[]
    for (const [index, file] of files.entries()) paths.set(file, found[index] ?? '')
  }
  const isNew = (list: FileList | null | undefined): boolean =>
    [...(list ?? [])].some((file) => !paths.has(file))
  const onChange = (event: Event): void => {
    const input = event.target
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !isNew(input.files)) return
    event.stopImmediatePropagation()
    const again = (): boolean => input.dispatchEvent(new Event('change', { bubbles: true }))
    void learn([...(input.files ?? [])]).then(again)
  }
  const onDrop = (event: DragEvent): void => {
    const { target, dataTransfer, clientX, clientY } = event
    if (!(target instanceof Element) || !isNew(dataTransfer?.files)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const copy = new DataTransfer()
    for (const file of dataTransfer?.files ?? []) copy.items.add(file)
    const again = { bubbles: true, cancelable: true, composed: true, dataTransfer: copy, clientX, clientY }
    void learn([...copy.files]).then(() => target.dispatchEvent(new DragEvent('drop', again)))
  }
  window.addEventListener('change', onChange, { capture: true })
  window.addEventListener('drop', onDrop, { capture: true })
  // as `navigateOnDragDrop: false`: a file dropped beside the mark must not replace the app
  for (const kind of ['dragover', 'drop'] as const)
    window.addEventListener(kind, (event) => event.preventDefault())
}

/** The menu's keys, where the page itself has not taken them. */
function followKeys(state: State): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl' : ''
    const keys = [ctrl, event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', key]
      .filter(Boolean)
      .join('+')
    if (!state.accelerators.includes(keys)) return
    event.preventDefault()
    void state.send({ kind: 'accelerator', keys })
  })
}

/** Further windows are asked for, never opened; and the window's place is told when it changes. */
function followWindow({ send }: State): void {
  window.open = (url?: string | URL) => {
    void send({ kind: 'open', url: new URL(String(url ?? ''), location.href).href })
    return null
  }
  window.addEventListener('resize', () => {
    void send({ kind: 'bounds', x: screenX, y: screenY, width: outerWidth, height: outerHeight })
  })
}
