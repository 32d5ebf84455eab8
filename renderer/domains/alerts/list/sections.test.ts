import { expect, test } from 'vitest'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { ALERT_NOW, aContent, anAlert, anImprint, aTopic, somebody } from '../../../../shared/domains/alerts/testing.ts'
import { AlertId, derivedUuid } from '../../../../shared/ids.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { sectionOf, sectionsOf, waitingFor } from './sections.ts'

const author = somebody(1, 'clerk')
const lead = somebody(2, 'lead')
const later = (minutes: number) => instantFromMs(msOf(ALERT_NOW) + minutes * 60_000)
const by = { at: ALERT_NOW, byPersonId: author.personId, byName: author.name }
const shown = (overrides: Partial<Alert> = {}): ShownAlert => ({ ...anAlert(overrides), isPending: false })
const released = { ...by, byPersonId: lead.personId, contentHash: 'a'.repeat(64), ...anImprint(), emergency: null }
const submitted = { ...by, contentHash: 'a'.repeat(64) }
const emergency = { reason: 'Niemand da', reviewed: null }

test.each([
  ['a draft', shown(), lead, 'draft'],
  ['one that came back', shown({ judged: { ...by, kind: 'returned', reason: 'Ort fehlt' } }), author, 'draft'],
  ['one wished for without a connection', shown({ wished: by }), author, 'wished'],
  ['one for the second person', shown({ submitted }), lead, 'release'],
  ['the same for its author', shown({ submitted }), author, 'pending'],
  ['one that holds', shown({ submitted, released }), author, 'live'],
  ['a hazard that ran out', shown({ submitted, released, content: aContent({ endsAt: later(-1) }) }), author, 'uncalled'],
  ['its all-clear that ran out', shown({ kind: 'all-clear', submitted, released, content: aContent({ endsAt: later(-1) }) }), author, 'history'],
  ['one that a later one ended', shown({ submitted, released, endedById: AlertId.parse(derivedUuid('test/alert', 'two')) }), author, 'history'],
  ['one sent alone, for another lead', shown({ released: { ...released, byPersonId: author.personId, emergency } }), lead, 'review'],
  ['one sent alone, for whoever did', shown({ released: { ...released, emergency } }), lead, 'live'],
] as const)('%s stands under %s', (_name, alert, person, section) => {
  expect(sectionOf(alert, aTopic(), person, ALERT_NOW)).toBe(section)
})

test('news needs no all-clear', () => {
  expect(sectionOf(shown({ submitted, released, content: aContent({ endsAt: later(-1) }) }), aTopic({ kind: 'news' }), author, ALERT_NOW)).toBe('history')
})

test('of those that hold, the one that ends first comes first', () => {
  const long = shown({ id: AlertId.parse(derivedUuid('test/alert', 'long')), submitted, released, content: aContent({ endsAt: later(90) }) })
  const brief = shown({ submitted, released, content: aContent({ endsAt: later(40) }) })
  const sections = sectionsOf([long, brief, shown({ submitted })], [aTopic()], lead, ALERT_NOW)
  expect(sections.get('live')).toEqual([brief, long])
  expect(waitingFor(sections)).toBe(1)
})

test('a warning calls for somebody half an hour before its end; news and an all-clear end in silence', () => {
  const ending = (overrides: Partial<Alert> = {}) => shown({ submitted, released, content: aContent({ endsAt: later(20) }), ...overrides })
  const sections = sectionsOf([ending()], [aTopic()], author, ALERT_NOW)
  expect([sections.get('ending'), waitingFor(sections)]).toEqual([[ending()], 1])
  expect(sectionOf(ending(), aTopic({ kind: 'news' }), author, ALERT_NOW)).toBe('live')
  expect(sectionOf(ending({ kind: 'all-clear' }), aTopic(), author, ALERT_NOW)).toBe('live')
  expect(sectionOf(ending({ content: aContent({ endsAt: later(31) }) }), aTopic(), author, ALERT_NOW)).toBe('live')
})
