import { isOwnPage } from './answerAppRequest.ts'

/** True where a call comes from a page of the app, in its main frame. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
