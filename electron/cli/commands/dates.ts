import { createInterface } from 'node:readline'
import { readCompletion } from '../../../shared/dates/readCompletion.ts'
import { print } from '../terminal.ts'

/** `dates`: one completion text a line in (`\n` stands for a line break), one JSON object a line out. */
export async function dates(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { text, earliest, latest, precision, milestones, problem } = readCompletion(
      line.replaceAll('\\n', '\n'),
    )
    print(JSON.stringify({ text, earliest, latest, precision, milestones, problem }))
  }
  return 0
}
