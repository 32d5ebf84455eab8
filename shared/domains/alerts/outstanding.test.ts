import { expect, test } from 'vitest'
import { instantFromMs, msOf } from '../../time.ts'
import { awaitsReview, lacksAllClear } from './outstanding.ts'
import { aContent, ALERT_NOW, anAlert, anImprint, aTopic, somebody } from './testing.ts'

const by = { at: ALERT_NOW, byPersonId: somebody(2, 'lead').personId, byName: 'Person 2' }
const released = { ...by, contentHash: 'a'.repeat(64), ...anImprint(), emergency: null }
const sent = anAlert({ content: aContent({ endsAt: instantFromMs(msOf(ALERT_NOW) + 60_000) }), released })
const later = instantFromMs(msOf(ALERT_NOW) + 120_000)

test('a hazard is over with its all-clear, not with its time', () => {
  const all = anAlert()
  expect(lacksAllClear(sent, aTopic(), ALERT_NOW)).toBe(false)
  expect(lacksAllClear(sent, aTopic(), later)).toBe(true)
  expect(lacksAllClear({ ...sent, stopped: { ...by, reason: 'falsch' } }, aTopic(), ALERT_NOW)).toBe(true)
  expect(lacksAllClear({ ...sent, endedById: all.id }, aTopic(), later)).toBe(false)
  expect((['update', 'cancel', 'all-clear'] as const).map(kind => lacksAllClear({ ...sent, kind }, aTopic(), later))).toEqual([true, false, false])
  expect(lacksAllClear(sent, aTopic({ kind: 'news' }), later)).toBe(false)
  expect(lacksAllClear(anAlert(), aTopic(), later)).toBe(false)
})

test('what was sent alone waits until somebody else has said what they think of it', () => {
  const alone = { ...released, emergency: { reason: 'Niemand erreichbar', reviewed: null } }
  expect(awaitsReview(sent)).toBe(false)
  expect(awaitsReview({ released: alone })).toBe(true)
  expect(awaitsReview({ released: { ...alone, emergency: { ...alone.emergency, reviewed: { ...by, verdict: 'confirmed', note: '' } } } })).toBe(false)
})
