import type { ColumnMeaning } from './headerWords.ts'

/**
 * Headings that are sentences or longer names, by the words in them; the first rule that fits counts. `not` keeps a rule
 * away from headings that only sound like it.
 */
const RULES: readonly { readonly when: RegExp; readonly not?: RegExp; readonly meaning: ColumnMeaning }[] = [
  { when: /\b(rag|brag|rating|status|progress|update)\b.*\b(key|definition|guidance)\b/, meaning: 'none' },
  { when: /\b(risk|priority|confidence)\b.*\b(rag|rating|score|level)\b/, meaning: 'none' },
  { when: /\b(dfe|nhse|board|chair|chairs|pmo|reviewers?|scrutiny) (comments?|feedback|challenge|response|notes?)\b|\bcross ref/, meaning: 'none' },
  { when: /\bsince (\w+ ){0,3}(last|previous)\b/, not: /\b(rag|rating|status|evidence|issues?|risks?|difference|impact)\b/, meaning: 'progress' },
  { when: /\b(activity|activities|actions|work|highlights|achievements?|done|delivered|completed)\b.*\b(this (month|period|quarter|term|time)|to date|so far|completed|done)\b/, not: /\b(date|by|when|deadline|who|evidence|impact|outcomes?|rag|rating|status)\b/, meaning: 'progress' },
  { when: /\b(next|date of next)\b.*\b(review|meeting|report)\b|\bnext update\b/, meaning: 'none' },
  { when: /\b(updated|completed|signed off|approved|reported|rated) by\b(?! when)/, not: /date|deadline/, meaning: 'none' },
  { when: /\b(reason|rationale|explanation|justification)\b.*\b(rag|rating|status)\b/, meaning: 'none' },
  { when: /\b(reasons?|why|explanation|cause|justification|rationale|comments?)\b.*\b(chang|delay|slip|revis|date|late|moved|extension|new)/, meaning: 'revisedReason' },
  { when: /\b(actual|achieved)\b.*\b(date|completion|finish)\b|\bdate (of )?(actual|completed|closed)\b|\bdate (it was )?completed\b/, meaning: 'none' },
  { when: /^(?:by )?when\b.*\b(now|new|instead)\b|\b(date|deadline)\b.*\bnow\b|\bnow (expected|due|planned)\b/, meaning: 'revisedCompletion' },
  { when: /^(?:by )?when\b.*\b(start|begin)/, meaning: 'none' },
  { when: /^(?:by )?when\b/, meaning: 'completion' },
  { when: /^(who|whose)\b.*\b(accountable|sponsor|answers)\b/, meaning: 'accountable' },
  { when: /^(by )?(who|whom|whose)\b/, meaning: 'leads' },
  { when: /\bhow much (of a )?(difference|impact)\b/, meaning: 'impactRating' },
  { when: /\bwhere (is|are) the evidence\b/, meaning: 'evidence' },
  { when: /\bhow (will|would|can|do|shall) (we|you|it|success|progress|this)\b.*\b(know|measure|tell|shown|see)/, meaning: 'measureOfSuccess' },
  { when: /\bwhat (will|does|would) (success|good)\b/, meaning: 'measureOfSuccess' },
  { when: /\bhow (are|is|far)\b.*\b(doing|going|track|progress)/, meaning: 'deliveryRating' },
  { when: /\b(on track|to plan)\b/, meaning: 'deliveryRating' },
  { when: /\b(b?rag|rating|status)\b.*\b(impact|outcomes?|difference)\b|\b(impact|outcomes?|difference)\b.*\b(b?rag|rating|status|score|judgement|level)\b/, meaning: 'impactRating' },
  { when: /\b(b?rag|rating|status|self assessment)\b.*\b(update|commentary|comments?|narrative|notes?)\b/, meaning: 'progress' },
  { when: /\b(b?ragb?|ratings?|traffic lights?)\b/, not: /\b(impact|risk)\b/, meaning: 'deliveryRating' },
  { when: /\bwhat (difference|impact|benefit|outcome|changes?)\b.*\b(has|have|had|did|made|is it|are (we|they|families|children|parents) (seeing|making)|so far|see|seen|seeing)\b|\bwhat (has|is) (changed|improved|different|better)\b/, meaning: 'evidence' },
  { when: /\bwhat (difference|impact|benefit|outcome|changes?|will (be different|change|improve))\b/, meaning: 'intendedImpact' },
  { when: /\bwhat (do|did|are) (we|you)\b.*\b(want|hope|trying|aim)\b/, meaning: 'objective' },
  { when: /\bwhat\b.*\b(getting in the way|in the way|stopping|worrying|barriers?|risks?|issues?|problems?|challenges?|go wrong|worr(y|ies)|holding)\b/, meaning: 'issues' },
  { when: /\bwhat\b.*\b(next|still|remains?|left)\b/, meaning: 'nextSteps' },
  { when: /\banything\b.*\b(way|stopping|holding|wrong|worr(y|ies|ying))\b|\bworrying us\b/, meaning: 'issues' },
  { when: /\bwhat (has|have|did|was|progress)\b|\bwhat is happening\b|\bwhere (are|is|we are)\b/, meaning: 'progress' },
  { when: /\bwhat\b.*\b(will|are|is|needs?|must|should|do)\b.*\b(do|doing|done|happen|change|deliver|put in place|take|carry out)\b/, meaning: 'action' },
  { when: /\b(date|when)\b.*\b(updated?|reviewed|return)\b|\b(updated|reviewed|position|correct) (on|as at|as of)\b/, meaning: 'updatedOn' },
  { when: /\b(revised|forecast|anticipated|estimated|est|projected|extended|amended|re ?profiled|rescheduled|re ?scheduled|slipped|rebased)\b|\b(new|expected|proposed|changed|current|latest)\b.*\b(date|deadline|completion|timescale|timeframe|target|finish|due)\b/, not: /\b(impact|outcomes?|benefits?|measure|evidence)\b/, meaning: 'revisedCompletion' },
  { when: /\boriginal(ly)?\b/, not: /\b(impact|measure|evidence|budget|lead)\b/, meaning: 'completion' },
  { when: /\b(start|begin|commence|commencement|started)\b/, not: /\b(end|due|completion|finish)\b/, meaning: 'none' },
  { when: /\b(evidence|evidenced|assurance|proof)\b/, meaning: 'evidence' },
  { when: /\b(next|upcoming|forthcoming|coming)\b.*\b(milestones?|weeks?|actions?|activity|activities|priorities|period|month|quarter)\b/, not: /\b(date|review|meeting)\b/, meaning: 'nextSteps' },
  { when: /\b(next steps?|further (actions?|work)|next (actions?|period|month|quarter)|outstanding|to do|remaining)\b/, meaning: 'nextSteps' },
  { when: /\b(issues?|risks?|barriers?|challenges?|blockers?|concerns?|obstacles?|problems?)\b/, meaning: 'issues' },
  { when: /\b(sro|sponsor|accountable|accountability|senior responsible|executive lead|strategic lead)\b/, meaning: 'accountable' },
  { when: /\b(progress|updates?|commentary|narrative|latest position|current position|achievements?|monitoring)\b/, not: /\b(measures?|officer|visit|method)\b/, meaning: 'progress' },
  { when: /\b(measures? of|success|kpis?|performance (measures?|indicators?)|impact measures?|outcome measures?|criteria)\b/, meaning: 'measureOfSuccess' },
  { when: /^(?:\w+ ){0,2}(ref|reference|id|number|no|code|#)(?: \w+){0,1}$/, not: /\b(cross|of|phone|telephone|contact|staff|count)\b/, meaning: 'ref' },
  { when: /\b(leads?|owners?|owned|responsible|responsibility|officers?|whom)\b/, not: /\b(date|deadline|lead time)\b/, meaning: 'leads' },
  { when: /\b(impact|difference|benefits?)\b.*\b(to date|so far|achieved|made|actual|had|seen)\b/, meaning: 'evidence' },
  { when: /\b(impact|intended outcomes?|expected outcomes?|outcomes? for|difference|benefits?|so what)\b/, meaning: 'intendedImpact' },
  { when: /\b(deadlines?|due|timescales?|time ?frames?|completion|completed? by|(done|achieved|delivered|met|finished|implemented) by|(end|target|finish|completion|delivery|implementation|action) dates?|finish|by when|by date|date by)\b/, not: /\b(start|birth|meeting|review|updated?|raised|opened|added)\b/, meaning: 'completion' },
  { when: /\b(objectives?|aims?|goals?)\b/, meaning: 'objective' },
  { when: /\b(actions?|activit(y|ies)|tasks?)\b/, not: /\b(type|category|log|plan|mitigating|closed)\b/, meaning: 'action' },
] // prettier-ignore

/** The meaning of a heading by its words (in the form of `plainHeader`), or null. */
export function headerRule(plain: string): ColumnMeaning | null {
  return RULES.find((r) => r.when.test(plain) && !r.not?.test(plain))?.meaning ?? null
}
