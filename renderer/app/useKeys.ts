import { useEffect } from 'react'
import { onNotice } from '../ipc/client.ts'
import type { Notice } from '../../shared/ipc/notices.ts'
import { useDesk } from './client.tsx'
import { screens } from './screens.ts'

type Command = Extract<Notice, { kind: 'menu' }>['command']

const byKey: Readonly<Record<string, Command>> = { z: 'undo', y: 'redo', o: 'open', n: 'new' }

/** The keys of the whole window, and the commands of its menus: both end in `run`. */
export function useKeys(run: (command: Command) => void): void {
  const { app } = useDesk()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'F6') return moveToNextRegion(event)
      if (event.key === 'F1' || (event.key === '?' && !isTyping())) return take(event, () => run('shortcuts'))
      const command = commandOf(event)
      if (!command) return
      if (isTyping() && (command === 'undo' || command === 'redo')) return
      take(event, () => run(command))
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [run])
  useEffect(
    () =>
      onNotice((notice) => {
        if (notice.kind === 'opened') return void app.getState().refresh()
        if (notice.kind !== 'menu') return
        if (isTyping() && (notice.command === 'undo' || notice.command === 'redo')) {
          document.execCommand(notice.command)
        } else run(notice.command)
      }),
    [app, run],
  )
}

function commandOf(event: KeyboardEvent): Command | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (event.shiftKey) return key === 'z' ? 'redo' : null
  return byKey[key] ?? screens[Number(key) - 1]?.id ?? null
}

function take(event: KeyboardEvent, then: () => void): void {
  event.preventDefault()
  then()
}

/** In a text box Ctrl+Z is the text's own. */
function isTyping(): boolean {
  const at = document.activeElement
  return (
    at instanceof HTMLTextAreaElement ||
    (at instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(at.type))
  )
}

/** F6 goes from region to region: navigation, screen, drawer; Shift+F6 back. */
function moveToNextRegion(event: KeyboardEvent): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  if (regions.length === 0) return
  const at = regions.findLastIndex((r) => r.contains(document.activeElement))
  const next = regions[(at + (event.shiftKey ? -1 : 1) + regions.length) % regions.length]
  const target =
    next?.querySelector<HTMLElement>('[data-region-start], [data-page-title], button, a[href], [tabindex]') ??
    next
  take(event, () => target?.focus())
}
