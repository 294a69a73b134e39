import type { PlanPreview } from './planDraft.ts'

export type ProgrammeFacts = { readonly name: string; readonly localArea: string; readonly startedOn: string }

/**
 * What a programme made of a plan is called, where it is and when it began, as far as nobody says otherwise: the document's
 * title, else the local area, else the file's name. `today` is the ISO day that it began where the plan has no dates.
 */
export function programmeFacts(
  preview: Pick<PlanPreview, 'title' | 'localArea' | 'startedOn' | 'file'>,
  given: { readonly localArea: string | null; readonly startedOn: string | null },
  today: string,
): ProgrammeFacts {
  const localArea = given.localArea ?? preview.localArea
  const name = preview.title ?? localArea ?? preview.file.replace(/\.[a-z]{3,5}$/i, '')
  return {
    name,
    localArea: localArea ?? 'Local area not named',
    startedOn: given.startedOn ?? preview.startedOn ?? today,
  }
}
