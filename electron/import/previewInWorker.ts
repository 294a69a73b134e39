import { Worker, type ResourceLimits } from 'node:worker_threads'
import { Failure, type AppError } from '../../shared/errors.ts'
import type { ImportPlan } from '../../shared/import/importPlan.ts'
import type { ImportOptions } from './planImport.ts'
import type { Follower, ImportProgress } from './previewImport.ts'

/** A preview as a thread is asked for it: the programme's path, and the workbooks and folders. */
export type PreviewRequest = {
  readonly programme: string
  readonly paths: readonly string[]
  readonly options: ImportOptions
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly error: AppError }

/** Forty trackers of the largest size that is read fit in; a thread that wants more ends, and the app lives on. */
const limits: ResourceLimits = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** The bundle has the thread's entry beside it; run from the sources, so has this file. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './previewWorker.ts' : './previewWorker.mjs',
  import.meta.url,
)

/**
 * `previewImport` in a thread of its own, so that the window goes on while workbooks are read. Its follower is told how far
 * it is, and can stop it at any time: then it fails with 'cancelled'. Fails as `previewImport` does; a thread that runs out
 * of memory or breaks is an error thrown here, and nothing else is touched.
 */
export async function previewInWorker(
  request: PreviewRequest,
  follower: Follower = {},
  resourceLimits: ResourceLimits = limits,
): Promise<ImportPlan> {
  if (follower.signal?.aborted) throw new Failure({ code: 'cancelled' })
  const worker = new Worker(entry, { workerData: request, resourceLimits, name: 'import' })
  try {
    return await answerOf(worker, follower)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, { onProgress, signal }: Follower): Promise<ImportPlan> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Failure({ code: 'cancelled' })))
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'done') resolve(message.plan)
      else reject(new Failure(message.error))
    })
    worker.on('error', reject)
    worker.on('messageerror', reject)
    worker.on('exit', (code) => reject(new Error(`the reading thread ended by itself (exit code ${code})`)))
  })
}
