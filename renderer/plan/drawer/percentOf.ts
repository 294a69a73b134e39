/** A typed percentage, with or without its sign: 0 to 100, null where nothing was typed, 'unread' for anything else. */
export function percentOf(typed: string): number | null | 'unread' {
  const text = typed.trim().replace(/\s*%$/, '')
  if (text === '') return null
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) && value >= 0 && value <= 100 ? value : 'unread'
}
