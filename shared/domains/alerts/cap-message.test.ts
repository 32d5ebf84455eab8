import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from '../../canonical.ts'
import { problemsOfForm, problemsOfMeaning } from '../../formats/cap/check.ts'
import { allOf, branch, leaf, textOf, textsOf } from '../../formats/cap/element.ts'
import { capXml, readXml } from '../../formats/cap/xml.ts'
import { AlertId, derivedUuid } from '../../ids.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { capMessage, type ReleasedAlert } from './cap-message.ts'
import type { Content } from './content.ts'
import { referenceTo } from './identifier.ts'
import { problemsOf } from './problems.ts'
import type { Alert } from './tables.ts'
import { aContent, ALERT_NOW, anAlert, anImprint, aTopic, aWording, somebody } from './testing.ts'

const SEED = Number(process.env['FC_SEED'] ?? Date.now() % 2_147_483_647)
const officer = somebody(3, 'officer')

const sent = (overrides: Partial<Alert> = {}): ReleasedAlert => {
  const alert = anAlert(overrides)
  return { ...alert, released: { at: ALERT_NOW, byPersonId: officer.personId, byName: officer.name, contentHash: contentHash(alert.content), ...anImprint(), emergency: null } }
}
const problems = (alert: ReleasedAlert) => {
  const element = capMessage(officer.townId, alert)
  return [...problemsOfForm(element), ...problemsOfMeaning(element)]
}

test('the evening of the fire as a file: German time on the wall, place, words', () => {
  const element = capMessage(officer.townId, sent())
  expect(['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'].map(name => textOf(element, name))).toEqual(
    [`tangerhuette.${anAlert().id}`, 'warnung@tangerhuette.example', '2026-11-22T20:38:00+01:00', 'Actual', 'Alert', 'Public'])
  const [info] = allOf(element, 'info')
  expect(info && [textOf(info, 'expires'), textOf(info, 'headline')]).toEqual(['2026-11-23T00:38:00+01:00', 'Böschungsbrand an der Bahn in Tangerhütte'])
  expect(info && allOf(info, 'area').map(area => [textOf(area, 'areaDesc'), textOf(area, 'circle')])).toEqual([['Tangerhütte', '52.435,11.8 3']])
  expect(problems(sent())).toEqual([])
})

test('an area is what it encloses and nothing besides: its region stands beside it, the place as it lay when it was released', () => {
  const alert = sent()
  const moved = { ...alert, released: { ...alert.released, places: [{ name: 'Tangerhütte', centre: [52.5, 11.9] as const, radiusKm: 0.0501 }] } }
  const [info] = allOf(capMessage(officer.townId, moved), 'info')
  expect(info && allOf(info, 'area')).toEqual([branch('area', [leaf('areaDesc', 'Tangerhütte'), leaf('circle', '52.5,11.9 0.05')])])
  expect(info && allOf(info, 'parameter')).toEqual([branch('parameter', [leaf('valueName', 'warnVerwaltungsbereiche'), leaf('value', '150900546546')])])
})

test.each([
  ['https://tangerhuette.example/feuer?id=1', 'https://tangerhuette.example/feuer?id=1'], ['www.tangerhuette.example', ''], ['https://x.example/ [1]', ''], ['javascript:alert(1)', ''],
])('%s is the address %j', (web, written) => {
  const [info] = allOf(capMessage(officer.townId, sent({ content: aContent({ web }) })), 'info')
  expect(info && textOf(info, 'web')).toBe(written)
})

test('who says so is whoever said it to the town, and the town where nobody did; a begin that has been is none', () => {
  const infoOf = (more: Partial<Content>) => allOf(capMessage(officer.townId, sent({ content: aContent(more) })), 'info')[0] ?? leaf('info', '')
  expect([textOf(infoOf({}), 'senderName'), textOf(infoOf({ source: '' }), 'senderName')]).toEqual(['Einsatzleitung Feuerwehr Tangerhütte', 'Stadt Tangerhütte'])
  expect([ALERT_NOW, instantFromMs(msOf(ALERT_NOW) + 60_000)].map(beginsAt => textOf(infoOf({ beginsAt }), 'onset'))).toEqual(['', '2026-11-22T20:39:00+01:00'])
})

test('moments within a second are those of its beginning', () => {
  const element = capMessage(officer.townId, { ...sent(), released: { ...sent().released, at: instantFromMs(msOf(ALERT_NOW) + 999) } })
  expect(textOf(element, 'sent')).toBe('2026-11-22T20:38:00+01:00')
})

test('a drill says so in status, identifier and note', () => {
  const element = capMessage(officer.townId, sent({ mode: 'training' }))
  expect(['identifier', 'status', 'note'].map(name => textOf(element, name))).toEqual([`tangerhuette.UEBUNG.${anAlert().id}`, 'Exercise', 'ÜBUNG'])
})

test('an all-clear is an update that names all before it, calls for nothing more and lies in the past', () => {
  const [first, second] = [sent({ id: AlertId.parse(derivedUuid('test/alert', 'a')) }), sent({ id: AlertId.parse(derivedUuid('test/alert', 'b')) })]
  const earlier = [first, second].flatMap(alert => referenceTo(officer.townId, alert) ?? [])
  const allClear = sent({ kind: 'all-clear', earlier })
  const element = capMessage(officer.townId, allClear)
  expect(textOf(element, 'msgType')).toBe('Update')
  expect(textOf(element, 'references')).toBe(earlier.map(({ identifier }) => `warnung@tangerhuette.example,${identifier},2026-11-22T20:38:00+01:00`).join(' '))
  expect(allOf(element, 'info').flatMap(info => [...textsOf(info, 'responseType'), textOf(info, 'urgency')])).toEqual(['AllClear', 'Past'])
  expect(problems(allClear)).toEqual([])
})

const position = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
const content = fc.record({
  headline: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), text: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), points: fc.array(position, { minLength: 0, maxLength: 8 }),
  radiusKm: fc.double({ min: 0.01, max: 100, noNaN: true }), centre: position, minutes: fc.integer({ min: -60, max: 20_000 }), kind: fc.constantFrom('polygon', 'circle', 'locality'),
})

test(`whatever passes our own gate is a right CAP file and is read as it was meant (seed ${SEED})`, () => {
  let passed = 0
  fc.assert(fc.property(content, ({ headline, text, points, radiusKm, centre, minutes, kind }) => {
    const closed = points.length > 0 ? [...points, points[0] as [number, number]] : points
    const area = kind === 'polygon' ? { kind, name: 'Bahn', points: closed } : kind === 'circle' ? { kind, name: 'Werk', centre, radiusKm } : { kind: 'locality' as const, name: 'Uchtdorf' }
    const alert = sent({ content: aContent({ wordings: [aWording({ headline, text })], areas: [area], endsAt: instantFromMs(msOf(ALERT_NOW) + minutes * 60_000) }) })
    if (problemsOf(alert, aTopic(), ALERT_NOW).length > 0) return
    passed += 1
    const element = capMessage(officer.townId, alert)
    expect([...problemsOfForm(element), ...problemsOfMeaning(element)]).toEqual([])
    const read = readXml(capXml(element))
    expect(read && [...problemsOfForm(read), ...problemsOfMeaning(read)]).toEqual([])
  }), { seed: SEED, numRuns: 2_000 })
  expect(passed).toBeGreaterThan(100)
})
