import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../app/client.tsx'
import { bridge } from '../ipc/client.ts'
import type { PlanInStore } from './planInStore.ts'

/** Endings of documents, also of those that are refused with a sentence on how to save them. */
const DOCUMENT = /\.(?:docx?|docm|dotx|odt|rtf|pdf|xls[xmb]?|xltx|ods|csv|tsv)$/i

/**
 * Reads a plan that is dropped anywhere on the start screen. A programme file among what is dropped is opened instead (see
 * `useDropProgramme`); of several plans none is guessed to be the one.
 */
export function useDropPlan(store: PlanInStore): void {
  const { take } = useStore(store)
  const { app } = useDesk()
  useEffect(() => {
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || files.some((f) => /\.desk$/i.test(f.name))) return
      const [plan] = files
      if (plan && files.length === 1 && DOCUMENT.test(plan.name)) {
        app.getState().hush()
        void take(bridge().pathOfFile(plan))
      } else app.getState().refuse(files.length > 1 ? oneAtATime : notThis)
    }
    window.addEventListener('drop', drop)
    return () => window.removeEventListener('drop', drop)
  }, [take, app])
}

const oneAtATime =
  'Drop one plan at a time. Returned workbooks are brought in on “Collect updates”, once the programme is open.'
const notThis =
  'Only a programme file (.desk), or a plan in Excel or Word, can be dropped here. Returned workbooks are brought in on “Collect updates”, once the programme is open.'
