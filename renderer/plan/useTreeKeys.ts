import type { KeyboardEvent } from 'react'
import { usePlanStore } from './planContext.tsx'
import type { PlanLine } from './planLines.ts'

const page = 10

/** The keys of a tree table: up and down, in and out, to the ends; Enter opens, Escape closes. */
export function useTreeKeys(lines: readonly PlanLine[], at: number): (event: KeyboardEvent) => void {
  const store = usePlanStore()
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const done = moveTo(event.key) ?? act(event.key)
    if (done) event.preventDefault()
  }

  function moveTo(key: string): boolean | null {
    const last = lines.length - 1
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }
    const target = to[key]
    if (target === undefined) return null
    const line = lines[Math.max(0, Math.min(last, target))]
    if (line) stand(line)
    return true
  }

  /** With an action open, standing on another shows that one. */
  function stand(line: PlanLine): void {
    const { openId, open, stand: standOn } = store.getState()
    if (openId !== null && line.kind === 'action') open(line.id)
    else standOn(line.id)
  }

  function act(key: string): boolean {
    const line = lines[at]
    const { toggle, open, close, openId, stand: standOn } = store.getState()
    if (key === 'Escape' && openId !== null) {
      close()
      return true
    }
    if (!line) return false
    if (key === 'Enter' || key === ' ') {
      if (line.kind === 'action') open(line.id)
      else toggle(line.id)
      return true
    }
    if (key === 'ArrowRight' && line.kind === 'objective') {
      if (line.open) {
        const first = lines[at + 1]
        if (first?.kind === 'action') standOn(first.id)
      } else toggle(line.id)
      return true
    }
    if (key === 'ArrowLeft') {
      if (line.kind === 'action') standOn(line.parent)
      else if (line.open) toggle(line.id)
      return true
    }
    return false
  }
}
