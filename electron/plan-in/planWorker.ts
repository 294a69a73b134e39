import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../shared/errors.ts'
import { previewPlan } from '../../shared/planIn/previewPlan.ts'
import type { FromPlanWorker, PlanRequest } from './previewPlanInWorker.ts'
import { readPlanFile } from './readPlanFile.ts'

/** The thread that reads a plan: from its path, or once more from what was read before. What is refused goes back as a value. */
async function work({ path, document, options }: PlanRequest): Promise<void> {
  try {
    const read = document ?? (await readPlanFile(path))
    post({ kind: 'done', document: read, preview: previewPlan(read, options) })
  } catch (e) {
    if (!(e instanceof Failure)) throw e
    post({ kind: 'refused', error: e.error })
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin, unlike a window
const post = (message: FromPlanWorker): void => parentPort?.postMessage(message)

// the starter handed it in with the thread
await work(workerData as PlanRequest)
