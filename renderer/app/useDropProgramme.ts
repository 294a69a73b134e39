import { useEffect } from 'react'
import { useDropCopies } from '../copy/useDropCopies.ts'
import { bridge } from '../ipc/client.ts'
import { useProgramme } from './useProgramme.ts'

/**
 * Opens a programme file that is dropped anywhere on the window; a group copy that is dropped on "Collect updates" of its
 * programme is brought in. Other files are left to the screens, plans to the start screen.
 */
export function useDropProgramme(): void {
  const { open } = useProgramme()
  const bringIn = useDropCopies()
  useEffect(() => {
    const hold = (event: DragEvent): void => event.preventDefault()
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const file = files.find((f) => f.name.toLowerCase().endsWith('.desk'))
      if (file) {
        const paths = files.map((f) => bridge().pathOfFile(f)).filter(Boolean)
        void bringIn(paths).then((taken) => (taken ? undefined : open(bridge().pathOfFile(file))))
      }
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', drop)
    }
  }, [open, bringIn])
}
