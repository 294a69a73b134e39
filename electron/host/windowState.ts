import { z } from 'zod'

/** Where the window stood when it was closed, in screen pixels. */
export const windowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Without a place of its own where no screen would show it. */
export type Fitted = {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export const smallest = { width: 1024, height: 640 } as const
export const firstState: WindowState = { width: 1366, height: 800, maximized: false }

/**
 * The remembered window, made to fit the screens of today: a laptop that has left its second screen must not
 * open the window where nobody can see it. `areas` are the screens' work areas. Without a screen that shows
 * a good part of the window's top the place is left to the system.
 */
export function fitToScreens(state: WindowState, areas: readonly Area[]): Fitted {
  const { x, y } = state
  const home =
    x === undefined || y === undefined ? undefined : areas.find((area) => shows(area, { ...state, x, y }))
  const room = home ?? areas[0]
  const width = within(state.width, smallest.width, room?.width)
  const height = within(state.height, smallest.height, room?.height)
  const size = { width, height, maximized: state.maximized }
  return home && x !== undefined && y !== undefined ? { x, y, ...size } : size
}

/** At least 100 pixels of the title bar can be taken hold of. */
function shows(area: Area, window: Area): boolean {
  const across = Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x)
  return across >= 100 && window.y >= area.y && window.y <= area.y + area.height - 40
}

const within = (size: number, least: number, most = Number.POSITIVE_INFINITY): number =>
  Math.max(least, Math.min(size, most))
