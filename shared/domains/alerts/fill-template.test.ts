import { expect, test } from 'vitest'
import { AlertTemplateId, derivedUuid } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { contentFrom, filled, gapsOf, refilled, withEnglish, withGerman } from './fill-template.ts'
import { problemsOf } from './problems.ts'
import type { AlertTemplate } from './tables.ts'
import { ALERT_NOW, aContent, aTopic, aTownsSettings, aWording } from './testing.ts'

const WORDING = aWording({ headline: 'Brand in {Ort}', text: 'In {Ort}, {Straße}, brennt es seit {Uhrzeit} Uhr.', instruction: 'Fenster zu.', short: 'Brand in {Ort}' })
const TEMPLATE: AlertTemplate = {
  id: AlertTemplateId.parse(derivedUuid('test/template', 'brand')), scope: TOWN_SCOPE, version: 1, name: 'Brand', topicId: aTopic().id, event: 'Brand', category: 'Fire', severity: 'Severe', minutes: 180,
  wordings: [WORDING], allClear: [aWording()], isOneClick: false, position: 1, active: true,
}

test('gaps are named once, in the order of reading', () => {
  expect(gapsOf([WORDING, { ...WORDING, language: 'en' }])).toEqual(['Ort', 'Straße', 'Uhrzeit'])
})

test('what is known is filled in everywhere, what is not stays to be seen', () => {
  expect(filled(WORDING, { Ort: ' Uchtdorf ', Straße: ' ' })).toMatchObject({ headline: 'Brand in Uchtdorf', text: 'In Uchtdorf, {Straße}, brennt es seit {Uhrzeit} Uhr.' })
})

test('what is filled in is taken as it is, signs of patterns included', () => {
  expect(filled(WORDING, { Ort: '$& {Straße}' }).headline).toBe('Brand in $& {Straße}')
  expect(filled({ ...WORDING, text: '{constructor}' }, {}).text).toBe('{constructor}')
})

test('a slip is mended wherever nobody has written since', () => {
  const slip = refilled([WORDING], [WORDING], {}, { Ort: 'Uchtdrof' })
  const edited = slip.map(wording => ({ ...wording, text: `${wording.text} Rauch zieht nach Osten.` }))
  const [mended] = refilled(edited, [WORDING], { Ort: 'Uchtdrof' }, { Ort: 'Uchtdorf', Uhrzeit: '20:15' })
  expect(mended).toMatchObject({ headline: 'Brand in Uchtdorf', short: 'Brand in Uchtdorf', text: 'In Uchtdrof, {Straße}, brennt es seit 20:15 Uhr. Rauch zieht nach Osten.' })
})

test('a template with its gaps filled lacks nothing but the place', () => {
  const content = contentFrom(TEMPLATE, aTopic(), aTownsSettings(), ALERT_NOW)
  const told = { ...content, wordings: content.wordings.map(wording => filled(wording, { Ort: 'Uchtdorf', Straße: 'Birkholzer Weg', Uhrzeit: '20:15' })) }
  expect(problemsOf({ content: told, mode: 'live', kind: 'alert' }, aTopic(), ALERT_NOW)).toEqual([{ field: 'areas', code: 'area-missing' }])
})

test('words that go out with one click hold where they say, or in the whole town', () => {
  const settings = aTownsSettings({ localities: ['Tangerhütte', 'Hütte', 'Schönwalde (Altmark)'].map(name => ({ name, centre: [52.4, 11.8], radiusKm: 1 })) })
  const pool = (headline: string): AlertTemplate => ({ ...TEMPLATE, isOneClick: true, wordings: [aWording({ headline, text: 'Das Freibad bleibt zu.' })] })
  const areasOf = (headline: string) => contentFrom(pool(headline), aTopic({ kind: 'news' }), settings, ALERT_NOW).areas.map(({ name }) => name)
  expect([areasOf('Freibad Tangerhütte zu'), areasOf('Bad in Schönwalde (Altmark) zu'), areasOf('Alle Bäder zu')]).toEqual([['Tangerhütte'], ['Schönwalde (Altmark)'], ['Tangerhütte', 'Hütte', 'Schönwalde (Altmark)']])
})

test('without a template a message begins empty, with the ways of its topic', () => {
  const content = contentFrom(null, aTopic({ kind: 'news', channels: ['email'] }), null, ALERT_NOW)
  expect(content).toMatchObject({ channels: ['email'], event: '', situationAt: null, severity: 'Minor', wordings: [{ language: 'de', headline: '' }] })
})

test('German words are always there to be written, English ones once', () => {
  const english = aContent({ wordings: [aWording({ language: 'en' })] })
  expect(withGerman(english).wordings.map(({ language }) => language)).toEqual(['de', 'en'])
  expect(withEnglish(english)).toBe(english)
  expect(withEnglish(aContent()).wordings.map(({ language }) => language)).toEqual(['de', 'en'])
})
