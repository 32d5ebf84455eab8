import { expect, test } from 'vitest'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { ALERT_NOW, somebody } from '../../../../shared/domains/alerts/testing.ts'
import { derivedUuid, OfficialWarningId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { instantFromMs, msOf, plusDays } from '../../../../shared/time.ts'
import { holds, isOld, openWarnings } from './open-warnings.ts'

const minutesAgo = (minutes: number) => instantFromMs(msOf(ALERT_NOW) - minutes * 60_000)
const aWarning = (name: string, overrides: Partial<OfficialWarning> = {}): OfficialWarning => ({
  id: OfficialWarningId.parse(derivedUuid('test/warning', name)), scope: TOWN_SCOPE, version: 1, source: 'nina', identifier: name, senderName: 'Leitstelle', sentAt: minutesAgo(10), receivedAt: minutesAgo(9),
  endsAt: null, event: 'Unwetter', severity: 'Moderate', headline: name, text: '', instruction: '', areaNames: [], isTest: false, isAllClear: false, acknowledged: null, escalatedAt: null, ...overrides,
})

test('what is real and worst comes first; what somebody has seen or is over comes not at all', () => {
  const found = openWarnings([
    aWarning('test', { isTest: true, severity: 'Extreme' }), aWarning('all-clear', { isAllClear: true }), aWarning('older', { sentAt: minutesAgo(50) }), aWarning('newer'),
    aWarning('worst', { severity: 'Extreme' }), aWarning('over', { endsAt: minutesAgo(1) }), aWarning('seen', { acknowledged: { at: ALERT_NOW, byPersonId: somebody(1, 'officer').personId, byName: 'Person 1' } }),
  ], ALERT_NOW)
  expect(found.map(({ headline }) => headline)).toEqual(['worst', 'newer', 'older', 'all-clear', 'test'])
})

test('a warning without an end holds until somebody says that it is over, and half an hour makes it old', () => {
  expect(holds(aWarning('one', { sentAt: plusDays(ALERT_NOW, -30) }), ALERT_NOW)).toBe(true)
  expect(holds(aWarning('one', { endsAt: ALERT_NOW }), ALERT_NOW)).toBe(false)
  expect([29, 31].map(minutes => isOld(aWarning('one', { sentAt: minutesAgo(minutes) }), ALERT_NOW))).toEqual([false, true])
})
