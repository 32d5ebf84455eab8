import { expect, test } from 'vitest'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { ALERT_NOW, aContent, anAlert, anImprint, somebody } from '../../../../shared/domains/alerts/testing.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { AlertId, derivedUuid } from '../../../../shared/ids.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { oneClickState } from './one-click-state.ts'

const { topicId, event } = aContent()
const by = { at: ALERT_NOW, byPersonId: somebody(1, 'clerk').personId, byName: 'Person 1' }
const submitted = { ...by, contentHash: 'a'.repeat(64) }
const released = { ...submitted, ...anImprint(), emergency: null }
const shown = (overrides: Partial<Alert> = {}): ShownAlert => ({ ...anAlert({ submitted, ...overrides }), isPending: false })
const stateOf = (...alerts: ShownAlert[]) => oneClickState({ topicId, event }, alerts, ALERT_NOW)
const over = aContent({ endsAt: instantFromMs(msOf(ALERT_NOW) - 1) })

test('what is closed is opened, what is open is closed, and what waits is not said again', () => {
  const closed = shown({ released })
  const opening = shown({ id: AlertId.parse(derivedUuid('test/alert', 'opening')), kind: 'all-clear' })
  expect(stateOf()).toEqual({ kind: 'begin' })
  expect(stateOf(closed)).toEqual({ kind: 'end', before: closed })
  expect(stateOf(opening, closed)).toEqual({ kind: 'waits', alert: opening })
  expect(stateOf({ ...opening, released }, { ...closed, endedById: opening.id })).toEqual({ kind: 'begin' })
  expect(stateOf(shown())).toMatchObject({ kind: 'waits' })
})

test('one that was stopped half way can be ended; one whose time is over, or about something else, is none', () => {
  const stopped = { ...by, reason: 'Falsches Bad' }
  expect(stateOf(shown({ released, stopped }))).toMatchObject({ kind: 'end' })
  expect(stateOf(shown({ released, stopped, content: over }))).toEqual({ kind: 'begin' })
  expect(stateOf(shown({ released, content: over }))).toEqual({ kind: 'begin' })
  expect(stateOf(shown({ submitted: null }))).toEqual({ kind: 'begin' })
  expect(stateOf(shown({ released, content: aContent({ event: 'Freibad Lüderitz geschlossen' }) }))).toEqual({ kind: 'begin' })
})
