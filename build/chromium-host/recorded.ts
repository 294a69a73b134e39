/** What the app asked of its host, kept so that a spec can assert on it. */
export type Recorded = {
  /** The options of every BrowserWindow, with what it was given for its preferences. */
  readonly windows: Record<string, unknown>[]
  readonly schemes: unknown[]
  readonly sandboxEnabled: boolean
  /** Whether a handler stands for permission requests and checks, and what they answered to the last of each. */
  readonly permissions: { request: boolean | null; check: boolean | null }
  readonly navigations: { readonly url: string; readonly prevented: boolean }[]
  readonly windowOpens: { readonly url: string; readonly action: string }[]
  readonly dialogs: { readonly kind: DialogKind; readonly options: unknown }[]
  readonly revealed: string[]
  readonly opened: string[]
  /** Addresses that were handed to the desktop, and texts that were put on the clipboard. */
  readonly external: string[]
  readonly copied: string[]
  readonly menu: MenuEntry[]
}

export type DialogKind = 'open' | 'save' | 'message'
export type MenuEntry = {
  readonly label: string
  readonly role: string | null
  readonly accelerator: string | null
  readonly enabled: boolean
  readonly items: MenuEntry[]
}

/** What a spec asks of the host's process, and its answers. */
export type Request =
  | { readonly id: number; readonly do: 'recorded' }
  | {
      readonly id: number
      readonly do: 'answerDialog'
      readonly kind: DialogKind
      readonly paths: readonly string[]
    }
  | { readonly id: number; readonly do: 'clickMenu'; readonly labels: readonly string[] }
  | {
      readonly id: number
      readonly do: 'invokeFrom'
      readonly url: string
      readonly args: readonly unknown[]
    }
  | { readonly id: number; readonly do: 'secondInstance'; readonly argv: readonly string[] }
  | { readonly id: number; readonly do: 'setClock'; readonly at: string }
  | { readonly id: number; readonly do: 'quit' }

export type Answer =
  | { readonly ready: { readonly endpoint: string } }
  | { readonly id: number; readonly value?: unknown; readonly error?: string }
