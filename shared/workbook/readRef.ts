/**
 * A reference as it is compared: "Action 6.1.10.", " 6.1.10 " and "6 . 1 . 10" are 6.1.10; a trailing letter stays
 * ("6.1.10a"). Null where the text holds no reference. Plain numbers stand for themselves.
 */
export function readRef(text: string): string | null {
  // Nearly every reference is written as it is compared.
  if (/^[1-9]\d?(?:\.[1-9]\d?){1,4}$/.test(text)) return text
  const line = text
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*[([]?\b(?:was|formerly|previously|old ref)\b.*$/i, '')
    .trim()
  if (line === '' || line.length > 40) return null
  const dotted =
    /^[^\d.]{0,20}?(\d{1,3}(?:\s*[.·]\s*\d{1,3}){1,4})\s?\(?([a-z](?:\)|$|\.))?[\s.):–-]*$/i.exec(line)
  if (dotted) {
    const letter = dotted[2] === undefined ? '' : (dotted[2][0] ?? '').toLowerCase()
    return (
      (dotted[1] ?? '').replaceAll(/\s/g, '').replaceAll('·', '.').split('.').map(plainNumber).join('.') +
      letter
    )
  }
  // "1.1.1 & 1.1.2" names two actions: neither is guessed.
  if ((line.match(/\d+(?:\.\d+)+/g) ?? []).length > 1) return null
  const inside = /(?:^|[\s(#])(\d{1,3}(?:\.\d{1,3}){2,4})(?=$|[\s.):–-])/.exec(line)
  if (inside && line.length <= 25) return (inside[1] ?? '').split('.').map(plainNumber).join('.')
  const otherMarks = /^(\d{1,2})\s?([,/-])\s?(\d{1,2})\s?\2\s?(\d{1,2})$/.exec(line)
  if (otherMarks)
    return [otherMarks[1], otherMarks[3], otherMarks[4]].map((n) => plainNumber(n ?? '')).join('.')
  const single = /^(?:action|ref|no|number|item|#)?\.?\s*(\d{1,4})\s*[.):]?$/i.exec(line)
  return single ? plainNumber(single[1] ?? '') : null
}

const plainNumber = (digits: string): string => String(Number(digits))

/** How many numbers a reference has: 6.1.10 has three; 0 for none. */
export const refDepth = (ref: string | null): number => (ref === null ? 0 : ref.split('.').length)

/**
 * A reference that leads a text: "6.1.1 Develop outreach work" is 6.1.1 and the rest. Two numbers count only before a
 * mark or a capital, so that "1.5 posts" stays a text.
 */
export function leadingRef(text: string): { readonly ref: string; readonly rest: string } | null {
  const m = /^\s*(?:action\s+)?(\d{1,3}(?:\.\d{1,3}){1,4})([a-z])?\s*[.):–-]*\s+(?=\S)/i.exec(text)
  if (!m) return null
  const rest = text.slice(m[0].length)
  const ref = readRef(`${m[1]}${m[2] ?? ''}`)
  if (ref === null || (refDepth(ref) < 3 && !/^[\p{Lu}“"‘(]/u.test(rest))) return null
  return { ref, rest }
}

/** True for a cell that holds a reference of two numbers or more and no other words: "Action 6.1.10.", not "6.1 Review". */
export const isBareRef = (text: string): boolean =>
  /^\s*\p{L}{0,9}[\s.:#(-]*\d{1,3}(?:\s*\.\s*\d{1,3}){1,4}\s*\(?[a-z]?[\s.):-]*$/iu.test(text) &&
  refDepth(readRef(text)) >= 2
