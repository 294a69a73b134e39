/** Words of which every post or body that leads an action has one. */
const POST =
  /\b(manager|director|lead|leader|officer|head|chief|commissioner|nurse|partner|co-?ordinator|psychologist|advis[eo]r|senco|sendco|dco|dmo|dsco|chair|ceo|principal|consultant|therapist|secretary|administrator|analyst|clerk|gp|member|governor|assistant|superintendent|doctor|teacher|team|service|forum|board|group)\b/i

/**
 * Splits a lead cell into leads: by line, by semicolon, and by "and", "&" or "/" only where both sides are a post, since
 * "Integration and Partnerships" is one directorate. Commas never split: they stand before the organisation.
 */
export function readLeads(text: string): readonly string[] {
  const lines = joinContinued(
    text
      .split(/\n|;|•/)
      .map(tidy)
      .filter((l) => l !== ''),
  )
  return [...new Set(lines.flatMap(splitPosts))]
}

const tidy = (line: string): string =>
  line
    .replaceAll(/\s+/g, ' ')
    .replace(/^\s*(?:[-–*·▪]\s+|\d[.)]\s+)/, '')
    .trim()

/** A line that ends in a comma, "and" or "&" goes on in the next; so does one whose next begins with "and". */
function joinContinued(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const goesOn = before !== undefined && (/(,|&|\band)$/i.test(before) || /^(and|&|of|for) /i.test(line))
    if (goesOn) joined[joined.length - 1] = `${before} ${line}`
    else joined.push(line)
  }
  return joined
}

function splitPosts(line: string): string[] {
  for (const m of line.matchAll(/\s+(?:and|&|\/)\s+|\s\+\s/gi)) {
    const before = line.slice(0, m.index).replace(/,$/, '').trim()
    const after = line.slice(m.index + m[0].length).trim()
    const bothSlash = m[0].includes('/') || m[0].includes('+')
    if (POST.test(before) && POST.test(after) && (bothSlash || beginsWithPost(after))) {
      return [...splitPosts(before), ...splitPosts(after)]
    }
  }
  return [line]
}

/** "and Assistant Director, CCC" names another post; "and Families Manager" goes on with the first. */
const beginsWithPost = (after: string): boolean =>
  /^(the )?(senior |assistant |asst\.? |associate |deputy |executive |strategic |interim |chief |head |director|lead |manager|principal |designated |ceo|dco|dmo|senco|service |operational |ad |chair|commissioning manager|team )/i.test(
    after,
  )
