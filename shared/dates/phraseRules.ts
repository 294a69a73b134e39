import type { TokenKind } from './token.ts'

type PhraseRule = readonly [TokenKind, readonly string[], number?]

/**
 * The small words around dates, by what they mean. A space stands for any white space; the rest is a regular
 * expression without capitals. In order: the first that fits a place decides, so longer phrases stand first.
 */
export const phraseRules: readonly PhraseRule[] = [
  [
    'L',
    [
      '(?:next|this|current|coming|forthcoming) (?:(?:academic|school|financial|fiscal|calendar) )?(?:year|term|month|quarter)',
      '(?:by )?(?:the )?end of (?:the )?(?:(?:academic|school|financial|fiscal|calendar) )?(?:year|term|month|quarter)(?=\\s*[.)]?\\s*$)',
    ],
  ],
  [
    'k',
    [
      '(?:for )?(?:the )?w\\s?/\\s?c(?:omm?encing)?',
      'w\\.\\s?c\\.?|wc|w\\s?/\\s?b|wb',
      '(?:the )?(?:week|wk\\.?) (?:comm?encing|beginning|starting|of|com\\.?)',
    ],
  ],
  ['j', ['w\\s?/\\s?e', 'we(?= \\d)', '(?:the )?(?:week|wk\\.?) ending']],
  ['L', ['(?:the )?(?:school )?year[- ]end(?=\\s*$)']],
  [
    'g',
    [
      'starting(?: (?:from|in|on))?|commencing(?: (?:from|in|on))?|commences?(?: (?:from|in|on))?',
      'beginning (?:in|on|from)|begins?(?: (?:from|in|on))?',
      'starts?(?: (?:in|on|from))?(?= [\\p{L}\\d])(?! (?:of|date))',
    ],
    1,
  ],
  [
    'g',
    [
      '(?:no|not) (?:earlier|sooner|before)(?: than)?|on or after',
      '(?:with )?effect(?:ive)?(?: from)?|w\\.?e\\.?f\\.?|as of|as from|from|since',
    ],
  ],
  ['a', ['after|post|following|later than']],
  [
    'l',
    [
      '(?:no|not) later than|on or before|by(?: the)?(?! (?:the )?(?:end|close))|up until|within',
      '(?:by|before|prior to|until|till|to|towards) (?:or (?:on|before) )?(?:the )?(?:very )?(?:end|close)(?: of)?(?: the)?',
      '(?:at the )?latest(?: by)?|late(?:r)?(?: in)?',
    ],
  ],
  [
    'e',
    [
      '(?:at )?(?:the )?(?:end|ends|ending|eom|close|back end)(?: of)?(?: the)?(?: month(?: of)?)?',
      'month[- ]end|year[- ]end|eo|last day of(?: the)?|cop|cob|close of play',
    ],
  ],
  ['s', ['(?:at )?(?:the )?(?:start|beginning|beg) of(?: the)?', 'beginning|first week (?:of|in)']],
  [
    'E',
    [
      'early(?: (?:in|part of))?(?: the)?|mid(?:dle)?(?: of)?(?: the)?(?:\\s*[-–])?',
      '(?:last|second|third|final) week (?:of|in)',
    ],
  ],
  ['r', ['before|prior to|ahead of|in advance of']],
  ['p', ['between']],
  [
    'G',
    [
      '(?:and|then) (?:is |are )?(?:on[- ]?going|continu(?:es?|ing|ous(?:ly)?)|rolling)',
      'on[- ]?going(?:ly)?|continu(?:ous(?:ly)?|ing|al(?:ly)?|es|e)|rolling(?: programme)?',
      'business as usual(?=\\s*$)|bau(?=\\s*$)|open[- ]ended|permanent|present|to date',
      'throughout(?=\\s*$)|in perpetuity|indefinite(?:ly)?',
    ],
  ],
  [
    'R',
    [
      '(?:(?:at least|and|then) )?(?:weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|half[- ]?termly|half[- ]?yearly)',
      '(?:(?:at least|and|then) )?(?:six[- ]monthly|6[- ]monthly|six[- ]weekly|annual(?:ly)?|yearly|bi-?annual(?:ly)?|biennial(?:ly)?|regularly)',
      '(?:(?:at least|and|then) )?(?:every|each) (?:other )?(?:\\p{L}+|\\d+)(?: (?:weeks?|months?|years?|terms?))?',
    ],
  ],
  ['v', ['onwards?|(?:and )?beyond|and after|and thereafter|thereafter|going forwards?|forward']],
  [
    'N',
    [
      'to be (?:confirmed|agreed|determined|decided|advised|announced|set|arranged|scheduled|established)',
      't\\.?b\\.?[acds]\\.?|asap|a\\.s\\.a\\.p\\.?|as soon as(?: (?:possible|practicable|practical))?',
      'not (?:yet )?(?:known|set|agreed|confirmed|applicable|decided)|no dates?(?: (?:set|yet|given))?',
      'n\\s?/\\s?a|n\\.a\\.?|immediate(?:ly)?|awaiting (?:dates?|confirmation)|pending',
    ],
  ],
  [
    'X',
    [
      'originally|original(?: (?:completion |target )?date)?|orig\\.?|was|were|previously|previous(?: date)?|formerly|instead of',
      'not(?= \\d)',
      '(?:re-?dated|moved|changed|revised|extended|slipped|deferred|postponed|delayed|(?:put|pushed) back|brought forward) from',
    ],
  ],
  [
    'm',
    [
      '(?:now |then )?(?:revised|moved(?: back)?|changed|extended|slipped|deferred|postponed|delayed|put back|pushed back|brought forward|rescheduled|re-?dated|amended|carried (?:over|forward)) (?:to|until|till|for)',
      'now|new date|revised(?: (?:date|to))?(?=\\s*[:-])',
      '(?<=[(\\[]\\s*)revised(?: date)?(?=\\s*(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))',
    ],
  ],
  ['~', ['to(?: the)?|until|untill|till|til|thru|through(?: to)?|up to']],
  ['&', ['and(?: then)?|then|plus']],
  ['|', ['or']],
  ['f', ['of(?: the)?|the|year(?=\\s*$)']],
  ['t', ['year|yr']],
  ['i', ['in|on|at|during|around|about|circa|c\\.?|approx(?:imately)?\\.?|for|throughout|due|from about']],
]
