import { CAP_TIME as TIME } from './times.ts'

/** How often an element may stand there. */
type Count = 'one' | 'some' | 'maybe' | 'any'

/** What an element of CAP 1.2 may hold (OASIS CAP-V1.2, section 3.2), in the order in which it has to come. */
export interface Rule {
  readonly name: string
  readonly count: Count
  readonly words?: readonly string[]
  readonly pattern?: RegExp
  readonly inside?: readonly Rule[]
}

/** Neither blanks nor commas nor what XML would have to escape. */
const PLAIN = /^[^\s,<&]+$/
const POINT = String.raw`-?\d{1,2}(?:\.\d+)?,-?\d{1,3}(?:\.\d+)?`
const POLYGON = new RegExp(`^${POINT}(?: ${POINT}){3,}$`)
const CIRCLE = new RegExp(`^${POINT} \\d+(?:\\.\\d+)?$`)
const TRIPLE = String.raw`[^\s,<&]+,[^\s,<&]+,\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}`
const TRIPLES = new RegExp(`^${TRIPLE}(?: ${TRIPLE})*$`)
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const FILLED = /\S/

const one = (name: string, more: Partial<Rule> = {}): Rule => ({ name, count: 'one', pattern: FILLED, ...more })
const maybe = (name: string, more: Partial<Rule> = {}): Rule => ({ name, count: 'maybe', pattern: FILLED, ...more })
const any = (name: string, more: Partial<Rule> = {}): Rule => ({ name, count: 'any', pattern: FILLED, ...more })
const named = [one('valueName'), one('value')]

const AREA: readonly Rule[] = [
  one('areaDesc'), any('polygon', { pattern: POLYGON }), any('circle', { pattern: CIRCLE }), any('geocode', { inside: named }), maybe('altitude', { pattern: /^-?\d+(?:\.\d+)?$/ }),
  maybe('ceiling', { pattern: /^-?\d+(?:\.\d+)?$/ }),
]

const RESOURCE: readonly Rule[] = [one('resourceDesc'), one('mimeType'), maybe('size', { pattern: /^\d+$/ }), maybe('uri'), maybe('derefUri'), maybe('digest')]

const INFO: readonly Rule[] = [
  maybe('language', { pattern: LANGUAGE }),
  { name: 'category', count: 'some', words: ['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other'] },
  one('event'),
  any('responseType', { words: ['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'] }),
  one('urgency', { words: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] }),
  one('severity', { words: ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] }),
  one('certainty', { words: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] }),
  maybe('audience'), any('eventCode', { inside: named }), maybe('effective', { pattern: TIME }), maybe('onset', { pattern: TIME }), maybe('expires', { pattern: TIME }), maybe('senderName'),
  maybe('headline'), maybe('description'), maybe('instruction'), maybe('web'), maybe('contact'), any('parameter', { inside: named }), any('resource', { inside: RESOURCE }), any('area', { inside: AREA }),
]

/** The whole of a message. A signature, which the schema allows at the end, is made over it and not part of it. */
export const ALERT: readonly Rule[] = [
  one('identifier', { pattern: PLAIN }), one('sender', { pattern: PLAIN }), one('sent', { pattern: TIME }),
  one('status', { words: ['Actual', 'Exercise', 'System', 'Test', 'Draft'] }),
  one('msgType', { words: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] }),
  maybe('source'),
  one('scope', { words: ['Public', 'Restricted', 'Private'] }),
  maybe('restriction'), maybe('addresses'), any('code'), maybe('note'), maybe('references', { pattern: TRIPLES }), maybe('incidents'), any('info', { inside: INFO }),
]
