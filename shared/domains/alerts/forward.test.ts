import { expect, test } from 'vitest'
import { OfficialWarningId, derivedUuid } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { areasIn, forwardOf } from './forward.ts'
import { problemsOf } from './problems.ts'
import type { OfficialWarning } from './tables.ts'
import { ALERT_NOW, aTopic, aTownsSettings } from './testing.ts'

const before = (minutes: number) => instantFromMs(msOf(ALERT_NOW) - minutes * 60_000)
const anOfficialWarning = (overrides: Partial<OfficialWarning> = {}): OfficialWarning => ({
  id: OfficialWarningId.parse(derivedUuid('test', 'warning')), scope: TOWN_SCOPE, version: 1, source: 'nina', identifier: 'mow.DE-ST-SDL-1', senderName: 'Leitstelle Altmark', sentAt: before(41),
  receivedAt: before(40), endsAt: before(-120), event: 'Rauchgase', severity: 'Severe', headline: 'Rauchgase über Tangerhütte', text: 'Rauch zieht nach Osten.', instruction: 'Schließen Sie Fenster und Türen.',
  areaNames: ['Gemeinde/Stadt: Tangerhütte'], isTest: false, isAllClear: false, acknowledged: null, escalatedAt: null, ...overrides,
})
const forwarded = (overrides: Partial<OfficialWarning> = {}) => forwardOf(anOfficialWarning(overrides), aTopic(), aTownsSettings(), ALERT_NOW)

test('a warning is handed on in its own words, with source, time and end, and lacks nothing', () => {
  const { mode, content } = forwarded()
  expect(problemsOf({ mode, kind: 'alert', content }, aTopic(), ALERT_NOW)).toEqual([])
  expect(content).toMatchObject({ source: 'Leitstelle Altmark', situationAt: before(41), endsAt: before(-120), severity: 'Severe', urgency: 'Unknown', certainty: 'Unknown', category: 'Safety' })
  expect(content.wordings[0]).toEqual({
    language: 'de', headline: 'Rauchgase über Tangerhütte', text: 'Rauch zieht nach Osten.\n\nQuelle: amtliche Warnung, Leitstelle Altmark, 22.11.2026, 19:57 Uhr.',
    instruction: 'Schließen Sie Fenster und Türen.', short: 'Rauchgase über Tangerhütte. Schließen Sie Fenster und Türen. Quelle: Leitstelle Altmark',
  })
})

test('what it does not say is left to a person: an end that has passed, words that are too long, an area elsewhere', () => {
  const { mode, content } = forwarded({ endsAt: before(5), text: 'x'.repeat(20_000), areaNames: ['Landkreis Stendal'] })
  expect(content.areas).toEqual([])
  expect(problemsOf({ mode, kind: 'alert', content }, aTopic(), ALERT_NOW).map(({ field }) => field)).toEqual(['text', 'areas', 'endsAt'])
})

test.each([
  ['what to do where there is room', 'Bleiben Sie im Haus! Und mehr.', 'Rauch. Bleiben Sie im Haus! Quelle: Leitstelle Altmark'],
  ['only who says so where there is none', `${'Gehen Sie '.repeat(40)}.`, 'Rauch. Quelle: Leitstelle Altmark'],
  ['signs that travel in one piece', '„Ruhe“ – bitte.', 'Rauch. "Ruhe" - bitte. Quelle: Leitstelle Altmark'],
])('the short text holds %s', (_name, instruction, short) => {
  expect(forwarded({ headline: 'Rauch', instruction }).content.wordings[0]?.short).toBe(short)
})

test('an end that has passed is none, and a list of places that nobody would look through is left to a person', () => {
  expect([before(0), before(-1)].map(endsAt => forwarded({ endsAt }).content.endsAt)).toEqual([null, before(-1)])
  const names = Array.from({ length: 41 }, (_one, index) => `Dorf ${String.fromCodePoint(65 + index % 26)}${index}`)
  const localities = names.map(name => ({ name, centre: [52, 11] as [number, number], radiusKm: 1 }))
  expect([40, 41].map(count => areasIn(names.slice(0, count), aTownsSettings({ localities })).length)).toEqual([40, 0])
})

test('a test is handed on as a drill and as nothing else', () => {
  expect(forwarded({ isTest: true }).mode).toBe('training')
})

test.each([
  ['the town as a whole', ['Einheitsgemeinde Stadt Tangerhütte'], ['Tangerhütte', 'Uchtdorf']],
  ['one of its places', ['Ortsteil Uchtdorf der Stadt Tangerhütte'], ['Uchtdorf']],
  ['a place alone', ['UCHTDORF'], ['Uchtdorf']],
  ['another town whose name begins alike', ['Stadt Tangermünde', 'Uchtdorfer Heide'], []],
  ['nothing', [], []],
])('%s is known by its name', (_name, names, meant) => {
  expect(areasIn(names, aTownsSettings()).map(({ name }) => name)).toEqual(meant)
})
