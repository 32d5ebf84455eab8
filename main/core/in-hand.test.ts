import { expect, test } from 'vitest'
import { anAlert } from '../../shared/domains/alerts/testing.ts'
import { aSession } from '../../shared/domains/vaccinations/testing.ts'
import { msOf } from '../../shared/time.ts'
import { inHandAt } from './in-hand.ts'

test('a message being written today or waiting for the second person counts; an old draft and one that is over do not', () => {
  const alert = anAlert()
  const nowMs = msOf(alert.createdAt) + 3_600_000
  const [author] = alert.authors
  if (!author) throw new Error('nobody wrote it')
  const by = { at: alert.createdAt, byPersonId: author.personId, byName: author.name }
  const submitted = { ...alert, submitted: { ...by, contentHash: 'a'.repeat(64) } }
  const count = (one: typeof alert, at = nowMs): number => inHandAt(at, [one], []).alerts
  expect([count({ ...alert, submitted: null }), count({ ...alert, submitted: null }, nowMs + 86_400_000), count(submitted, nowMs + 86_400_000), count({ ...submitted, withdrawn: by })]).toEqual([1, 0, 1, 0])
})

test('a vaccination day counts on its day, while it is open', () => {
  const session = aSession()
  const nowMs = Date.parse(`${session.day}T10:00:00.000Z`)
  const count = (status: typeof session.status, at = nowMs): number => inHandAt(at, [], [{ ...session, status }]).vaccinationDays
  expect([count('open'), count('open', nowMs + 2 * 86_400_000), count('planned'), count('closed')]).toEqual([1, 0, 0, 0])
})
