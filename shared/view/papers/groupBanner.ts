import { type Block, callout, type Run } from '../../paper/tree.ts'
import type { GroupEntry } from '../programme.ts'
import { sentence } from './words.ts'

/** What a working group is for, in its own wording of its priorities, and who chairs it. */
export function groupBanner(g: GroupEntry): Block {
  const chair = [g.group.chairName, g.group.chairTitle].filter(Boolean).join(', ')
  const priorities = g.priorities.flatMap((x): Run[] => [
    { bold: `Priority ${x.priority.number}: ` },
    `${sentence(x.as.heading ?? x.priority.text)}\n`,
  ])
  const last: Run[] = chair ? [{ bold: 'Chair: ' }, `${chair}.`] : ['No chair is recorded yet.']
  return callout([...priorities, ...last])
}
