import { expect, test } from 'vitest'
import { ALERT_NOW, anAlert, anImprint, somebody } from '../../../../shared/domains/alerts/testing.ts'
import { plusDays } from '../../../../shared/time.ts'
import { lastDrill } from './last-drill.ts'

const sent = (mode: 'live' | 'training', daysAgo: number) =>
  anAlert({ mode, released: { at: plusDays(ALERT_NOW, -daysAgo), byPersonId: somebody(2, 'lead').personId, byName: 'Person 2', contentHash: 'a'.repeat(64), ...anImprint(), emergency: null } })

test('the last drill is the last one that went out, and a month without one is told', () => {
  expect(lastDrill([sent('live', 1), anAlert({ mode: 'training' })], ALERT_NOW)).toEqual({ at: undefined, isOverdue: true })
  expect(lastDrill([sent('training', 80), sent('training', 20)], ALERT_NOW)).toEqual({ at: plusDays(ALERT_NOW, -20), isOverdue: false })
  expect(lastDrill([sent('training', 40)], ALERT_NOW).isOverdue).toBe(true)
})
