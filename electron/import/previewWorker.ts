import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../shared/errors.ts'
import { openForReading } from '../db/openFile.ts'
import { previewImport } from './previewImport.ts'
import type { FromWorker, PreviewRequest } from './previewInWorker.ts'

/**
 * The thread that reads workbooks: one preview over a read-only connection of its own, all of it of one moment of the
 * programme. What is refused goes back as a value; a fault ends the thread, and its starter hears of it.
 */
async function work({ programme, paths, options }: PreviewRequest): Promise<void> {
  const db = openForReading(programme)
  try {
    db.exec('BEGIN')
    const onProgress = (progress: Extract<FromWorker, { kind: 'progress' }>['progress']): void =>
      post({ kind: 'progress', progress })
    post({ kind: 'done', plan: await previewImport(db, paths, options, { onProgress }) })
  } catch (e) {
    if (!(e instanceof Failure)) throw e
    post({ kind: 'refused', error: e.error })
  } finally {
    db.close()
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin, unlike a window
const post = (message: FromWorker): void => parentPort?.postMessage(message)

// the starter handed it in with the thread
await work(workerData as PreviewRequest)
