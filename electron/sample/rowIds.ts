/**
 * Ids of the sample's rows: readable, and the same on every machine, so that papers and tests can name a row.
 * Rows with a number or ref in the plan are named by it, the others by their name.
 */
export const rowIds = {
  priority: (number: number): string => `priority-${number}`,
  group: (number: number): string => `group-${number}`,
  objective: (ref: string): string => `objective-${ref}`,
  action: (ref: string): string => `action-${ref}`,
  named: (noun: string, name: string): string => `${noun}-${slug(name)}`,
}

/** What every row has besides its own columns. */
export const live = (id: string): { readonly id: string; readonly retiredAt: null } => ({
  id,
  retiredAt: null,
})

/** Lower case letters and digits with single hyphens: 'Parent/ Carer Reference Group' is 'parent-carer-reference-group'. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
