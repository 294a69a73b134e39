/** What a person said a row is, now or when the same row came before. */
export type RowAnswered = {
  readonly as:
    | { readonly kind: 'action'; readonly actionId: string }
    | { readonly kind: 'new'; readonly objectiveId: string; readonly ref: string }
    | { readonly kind: 'set-aside'; readonly reason: string }
  /** Who said so and when (ISO moment); null where it is said in this import. */
  readonly remembered: { readonly by: string; readonly at: string } | null
}
