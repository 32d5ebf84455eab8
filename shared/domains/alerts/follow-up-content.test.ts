import { expect, test } from 'vitest'
import { AlertTemplateId } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { followUpContent, templateFor, type FollowUpKind } from './follow-up-content.ts'
import { problemsOf } from './problems.ts'
import type { AlertTemplate } from './tables.ts'
import { aContent, ALERT_NOW, anAlert, aTopic, aWording } from './testing.ts'

const english = aWording({ language: 'en', headline: 'Fire at the railway', text: 'The embankment burns since 20:15.', instruction: 'Close windows.', short: 'Fire at the railway: close windows.' })
const before = anAlert({ content: aContent({ wordings: [aWording(), english], channels: ['email', 'sms', 'push'] }) })
const later = instantFromMs(msOf(ALERT_NOW) + 10 * 3_600_000)
const matter = { before, topicKind: 'hazard', template: undefined, now: later } as const
const KINDS: readonly FollowUpKind[] = ['update', 'cancel', 'all-clear']

test.each(KINDS)('a later message of the kind %s could go out as it is prefilled, also long after the end of the first', kind => {
  const content = followUpContent(kind, matter)
  expect(problemsOf({ content, mode: 'live', kind }, aTopic(), later)).toEqual([])
  expect(content.channels).toEqual(before.content.channels)
  expect(content.areas).toEqual(before.content.areas)
  expect(content.wordings.map(({ language }) => language)).toEqual(['de', 'en'])
})

test('an update holds as long again as the message before, and an hour at least', () => {
  const endOf = (minutes: number) => followUpContent('update', { ...matter, before: { ...before, content: { ...before.content, endsAt: instantFromMs(msOf(ALERT_NOW) + minutes * 60_000) } } }).endsAt
  expect([10, 180].map(endOf)).toEqual([60, 180].map(minutes => instantFromMs(msOf(later) + minutes * 60_000)))
})

test('a correction says which message was wrong and when it was sent', () => {
  const [german] = followUpContent('cancel', matter).wordings
  expect(german?.text).toBe('Unsere Meldung „Böschungsbrand an der Bahn in Tangerhütte“ vom 22.11.2026, 20:38 Uhr war falsch. Bitte richten Sie sich nicht mehr danach.')
})

test('an all-clear takes the words that lie ready for its event, in the languages of the first message', () => {
  const ready = aWording({ headline: 'Der Brand in {Ort} ist gelöscht', text: 'Seit 23 Uhr brennt nichts mehr.', instruction: 'Sie können lüften.', short: 'Brand gelöscht, Sie können lüften.' })
  const template: AlertTemplate = {
    id: AlertTemplateId.parse('0197c1a0-0000-7000-8000-000000000001'), scope: TOWN_SCOPE, version: 1, name: 'Brand', topicId: aTopic().id, event: 'Brand', category: 'Fire', severity: 'Severe',
    minutes: 240, wordings: [aWording()], allClear: [ready], isOneClick: false, position: 1, active: true,
  }
  expect(templateFor([{ ...template, active: false }], before.content)).toBeUndefined()
  expect(templateFor([template], before.content)).toBe(template)
  const [german, other] = followUpContent('all-clear', { ...matter, template }).wordings
  expect(german).toEqual({ ...ready, headline: 'Der Brand in Tangerhütte ist gelöscht' })
  expect(other?.text).toBe('The danger is over. Our message of 22/11/2026, 20:38 no longer holds.')
  expect(other?.short).toBe('The danger is over. Our message of 22/11/2026, 20:38 no longer holds.')
  const wide = { ...before, content: { ...before.content, areas: ['A', 'B', 'C', 'D'].map(name => ({ kind: 'locality' as const, name })) } }
  expect(followUpContent('all-clear', { ...matter, before: wide, template }).wordings[0]?.headline).toBe('Der Brand in mehreren Orten ist gelöscht')
})
