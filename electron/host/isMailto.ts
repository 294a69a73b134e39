/**
 * Whether an address is an e-mail of ours to be opened: no recipient, a subject and a body, percent-encoded, and short enough
 * for every mail program. Anything else never reaches the desktop.
 */
export const isMailto = (url: string): boolean =>
  url.length <= 2083 &&
  /^mailto:\?subject=(?:[\w.!~*'()-]|%[0-9A-F]{2})*&body=(?:[\w.!~*'()-]|%[0-9A-F]{2})*$/u.test(url)
