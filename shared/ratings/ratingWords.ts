/** What a word says on a five-step delivery scale; 'unclear' words are real answers that no step stands for. */
export type WordMeaning = {
  readonly code: string
  /** Why a person must be asked although the word points to a step; null where it is plain. */
  readonly unclear: string | null
}

const plain = (code: string, words: string): [string, WordMeaning][] =>
  words.split('|').map((word) => [word, { code, unclear: null }])

const unclear = (code: string, why: string, words: string): [string, WordMeaning][] =>
  words.split('|').map((word) => [word, { code, unclear: why }])

const LATE = 'says that it is late, but not how seriously'
const UNDERWAY = 'says that work goes on, but not whether it will be finished in time'

/**
 * Words of delivery ratings as councils and health bodies write them, without the programme's own, in lower case with
 * single spaces and no punctuation. From the trackers of other areas: York ("Progressing but delayed", "Embedded"),
 * Bracknell Forest, Bromsgrove, East Hertfordshire, Epping Forest, the Home Office (yellow for amber).
 */
export const deliveryWords: ReadonlyMap<string, WordMeaning> = new Map([
  ...plain('red', 'red|r|off track|off target|off course|not on target|significant delay|significant delays|significantly delayed|seriously delayed|major delay|significant issues|major issues|significant risk|significant risks|critical|not achieved|will not be met|not delivered|unlikely to be achieved|overdue'),
  ...plain('amber', 'amber|a|yellow|y|orange|at risk|some risk|some risks|some issues|minor issues|minor delay|minor delays|slight delay|slightly delayed|some delay|slightly behind|slightly behind schedule|progressing but delayed|in progress but delayed|on track with some risk|at risk of delay|partially on track|some concerns|minor concerns|caution'),
  ...plain('green', 'green|g|ahead|ahead of schedule|ahead of plan|ahead of target|progressing on track|on track|on target|on schedule|on course|to plan|going to plan|as planned|in progress on track|on track to complete|on track to be completed|progressing as planned|progressing well|progressing to plan|no issues|no issues or risks|no concerns|going well'),
  ...plain('blue', 'blue|b|c|fully embedded|embedded in practice|completed early|completed on time|completed ahead of schedule|complete and closed|complete|completed|completed and embedded|complete and embedded|done|finished|achieved|fully achieved|delivered|fully delivered|closed|embedded|signed off|fully complete|fully completed|action complete|action completed|complete and signed off|completed and signed off|100% complete|100% completed|business as usual|bau'),
  ...plain('grey', 'grey|gray|not started|not yet started|not begun|not yet begun|yet to start|yet to begin|to start|to be started|not commenced|not yet commenced|yet to commence|not due|not yet due|not due yet|not due to start|not due to start yet|not started not due|ns|n s'),
  ...unclear('amber', LATE, 'delayed|delay|slipped|slipping|slippage|behind|behind schedule|behind target|late|not on track|not on schedule|needs attention|issues|concerns'),
  ...unclear('green', UNDERWAY, 'in progress|ongoing|on going|underway|under way|started|progressing|in hand|in development|work in progress|wip|live|current|active|open|under control|continuing|commenced'),
  ...unclear('blue', 'says that most is done, but not all', 'partially complete|partially completed|partly complete|part complete|mostly complete|nearly complete|almost complete|substantially complete|near completion|largely complete|partially achieved|partly achieved'),
  ...unclear('blue', 'may mean complete', '✓|✔|☑|✅'),
]) // prettier-ignore

/** Words of impact ratings, in the same form. */
export const impactWords: ReadonlyMap<string, WordMeaning> = new Map([
  ...plain('too-early', 'too early|too early to say|too early to tell|too early to judge|too early to know|too soon|too soon to say|too soon to tell|not yet known|not yet measurable|tbd too early|early days'),
  ...plain('none', 'none|no impact|no impact yet|none yet|not yet|none seen|none so far|no evidence|no evidence yet|no evidence of impact|no change|no difference|no difference yet|not evident|not yet evident|nil'),
  ...plain('emerging', 'emerging|emerging impact|emerging evidence|some evidence|some impact|early signs|early impact|some|some early impact|partly evident|partially evident|embedding|first signs|beginning to show|developing|partial|limited'),
  ...plain('evident', 'evident|evidenced|clear|clear impact|clear evidence|impact evident|demonstrated|significant impact|strong evidence|positive impact|good'),
  ...plain('embedded', 'embedded|sustained|fully embedded|sustained impact|embedded impact|embedded and sustained|lasting'),
]) // prettier-ignore

/** Signs that stand for a colour wherever they appear. */
export const ratingSigns: ReadonlyMap<string, string> = new Map([
  ['🔴', 'red'], ['🟥', 'red'], ['🟠', 'amber'], ['🟧', 'amber'], ['🟡', 'amber'], ['🟨', 'amber'],
  ['🟢', 'green'], ['🟩', 'green'], ['🔵', 'blue'], ['🟦', 'blue'], ['⚪', 'grey'], ['⬜', 'grey'],
]) // prettier-ignore
