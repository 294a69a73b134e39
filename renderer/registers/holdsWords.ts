/** True where every word of what was typed is in the label, in any order and whatever its case. */
export function holdsWords(label: string, typed: string): boolean {
  const folded = label.toLocaleLowerCase('en-GB')
  return typed
    .toLocaleLowerCase('en-GB')
    .split(/\s+/u)
    .every((word) => folded.includes(word))
}
