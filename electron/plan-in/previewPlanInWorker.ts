import { Worker } from 'node:worker_threads'
import { Failure, type AppError } from '../../shared/errors.ts'
import type { PlanPreview } from '../../shared/planIn/planDraft.ts'
import type { PlanOptions } from '../../shared/planIn/readPlan.ts'
import type { PlanFile } from './readPlanFile.ts'

/** A preview as a thread is asked for it: a path, and what was read of it before where only answers changed. */
export type PlanRequest = {
  readonly path: string
  readonly document: PlanFile | null
  readonly options: PlanOptions
}

export type ReadPlanFile = { readonly document: PlanFile; readonly preview: PlanPreview }
export type FromPlanWorker =
  | ({ readonly kind: 'done' } & ReadPlanFile)
  | { readonly kind: 'refused'; readonly error: AppError }

/** A plan of the largest size fits in; a thread that wants more ends, and the app lives on. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** The bundle has the thread's entry beside it; run from the sources, so has this file. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './planWorker.ts' : './planWorker.mjs',
  import.meta.url,
)

/**
 * Reads and previews a plan in a thread of its own, so that the window goes on meanwhile and the reading can be stopped at any
 * time: then it fails with 'cancelled'. Fails as `readPlanFile` does; nothing is written.
 */
export async function previewPlanInWorker(request: PlanRequest, signal: AbortSignal): Promise<ReadPlanFile> {
  if (signal.aborted) throw new Failure({ code: 'cancelled' })
  const worker = new Worker(entry, { workerData: request, resourceLimits, name: 'plan' })
  try {
    return await new Promise<ReadPlanFile>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Failure({ code: 'cancelled' })))
      worker.on('message', (message: FromPlanWorker) => {
        if (message.kind === 'done') resolve({ document: message.document, preview: message.preview })
        else reject(new Failure(message.error))
      })
      worker.on('error', reject)
      worker.on('messageerror', reject)
      worker.on('exit', (code) => reject(new Error(`the reading thread ended by itself (exit code ${code})`)))
    })
  } finally {
    await worker.terminate()
  }
}
