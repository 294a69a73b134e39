import type { Random } from './random.ts'

const words = (list: string): readonly string[] => list.split(/\s*\/\s*/u)

const verbs = words(
  'Agree / Appoint / Audit / Brief / Build / Commission / Complete / Consult on / Coordinate / Deliver / Design / Develop / Embed / Establish / Evaluate / Extend / Implement / Improve / Introduce / Launch / Map / Monitor / Pilot / Produce / Publish / Recruit to / Redesign / Refresh / Review / Roll out / Simplify / Strengthen / Test / Train staff in / Update',
)
const kinds = words(
  'annual / clear / co-produced / common / consistent / countywide / digital / early / graduated / inclusive / integrated / joint / local / multi-agency / new / outcome-based / personalised / revised / shared / single / specialist / statutory / sustainable / targeted / termly / tiered / timely / transparent / universal / young person-friendly',
)
const things = words(
  'advice service / annual review process / assessment pathway / autism pathway / banding model / care plan template / commissioning strategy / complaints protocol / dashboard / data set / designated clinical officer role / dispute resolution offer / Education, Health and Care plan format / engagement plan / equipment panel / feedback loop / funding matrix / graduated response handbook / health passport / inclusion charter / information standard / joint strategic needs assessment / keyworker offer / local offer website / mediation service / needs analysis / outreach team / parent survey / peer review / personal budget policy / placement panel / preparation for adulthood pathway / quality assurance framework / referral route / risk register / school census check / self-evaluation / sensory toolkit / short breaks statement / speech and language clinic / therapy review / training programme / transition protocol / transport policy / tribunal tracker / waiting list / workforce plan',
)
const people = words(
  'care leavers / carers / children at SEN Support / children in early years / children missing education / designated leads / families in rural areas / foster carers / further education colleges / general practitioners / governors / head teachers / health visitors / independent providers / looked after children / mainstream schools / nursery staff / parents and carers / pupil referral units / school nurses / SENCOs / siblings / social workers / special schools / specialist teachers / therapists / young adults aged 18 to 25 / young carers / young people aged 14 to 19 / youth offending teams',
)
const aims = words(
  'appeals fall / attendance rises / decisions are explained in writing / delays are known early / drafts are issued within 16 weeks / exclusions fall / families tell their story once / final plans are issued within 20 weeks / gaps in provision are visible / needs are identified sooner / outcomes can be measured / plans follow the pupil / professionals share one record / provision is reviewed every term / reports are written in plain English / schools know what is expected / spending can be compared / support starts before a diagnosis / therapy waits stay below 18 weeks / transitions are planned a year ahead / views of children shape every plan / vulnerable groups are heard',
)
const places = words(
  'across the county / in all early years settings / in Allerdale / in Barrow / in Carlisle / in Copeland / in Eden / in every cluster of schools / in Furness / in Kendal / in post-16 settings / in primary schools / in secondary schools / in South Lakeland / in the north of the county / in the south of the county / in the west of the county / in Workington',
)

/** The wording of an action, of ten to thirty words; among ten thousand hardly two are alike. */
export const sayAction = (r: Random): string =>
  `${r.pick(verbs)} a ${r.pick(kinds)} ${r.pick(things)} for ${r.pick(people)} ${r.pick(places)}, with ${r.pick(people)}, so that ${r.pick(aims)}`

export const sayImpact = (r: Random): string => `${r.pick(people)} say that ${r.pick(aims)} ${r.pick(places)}`

/** What a lead writes in a month, of twenty to sixty words. */
export const sayProgress = (r: Random): string =>
  `The ${r.pick(kinds)} ${r.pick(things)} was taken to ${r.pick(people)} in meeting ${1 + r.below(400)}. ` +
  `${1 + r.below(60)} of ${60 + r.below(60)} ${r.pick(people)} answered; most say that ${r.pick(aims)}. ` +
  `Work with ${r.pick(people)} ${r.pick(places)} goes on.`

export const sayNextStep = (r: Random): string =>
  `${r.pick(verbs)} the ${r.pick(things)} with ${r.pick(people)}, then report in week ${1 + r.below(52)}.`

const fields = words(
  'SEN Support / Commissioning / Inclusion / Early Help / Therapies / Public Health / Data and Quality / Transitions / Social Care / Workforce',
)

/** Titles of posts; there are forty. */
export const posts: readonly string[] = ['Head of', 'Lead for', 'Manager,', 'Assistant Director,'].flatMap(
  (rank) => fields.map((field) => `${rank} ${field}`),
)
