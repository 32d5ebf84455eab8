import { expect, test } from 'vitest'
import { AlertTemplateId, derivedUuid } from '../../ids.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import type { AlertTemplate } from './tables.ts'
import { LONGEST_FILLING, longestFilling, templateProblems, type TemplateContent } from './template-problems.ts'
import { ALERT_NOW, aTopic, aTownsSettings, aWording } from './testing.ts'

const WORDS = aWording({ headline: 'Brand in {Ort}', text: 'Seit {Uhrzeit} Uhr brennt es in {Ort}.', short: 'Brand in {Ort}: Fenster zu.' })
const OVER = aWording({ headline: 'Der Brand in {Ort} ist gelöscht', text: 'Keine Gefahr mehr in {Ort}.', instruction: 'Bitte gründlich lüften.', short: 'Der Brand in {Ort} ist gelöscht.' })
const aTemplate = (overrides: Partial<TemplateContent> = {}): TemplateContent => ({
  name: 'Brand mit Rauch', topicId: aTopic().id, event: 'Brand', category: 'Fire', severity: 'Severe', minutes: 240, wordings: [WORDS], allClear: [OVER], isOneClick: false, position: 1, active: true, ...overrides,
})
const another = (overrides: Partial<AlertTemplate> = {}): AlertTemplate => ({ ...aTemplate(), id: AlertTemplateId.parse(derivedUuid('test/template', 'other')), scope: TOWN_SCOPE, version: 1, ...overrides })

const problems = (content: Partial<TemplateContent>, more: Partial<Parameters<typeof templateProblems>[0]> = {}) =>
  templateProblems({ content: aTemplate(content), topic: aTopic(), settings: aTownsSettings(), others: [], now: ALERT_NOW, ...more })
    .map(({ field, code, of, language, gap }) => [field, code, of, language, gap].filter(Boolean).join(' '))

test('words that are whole have nothing wrong, though their gaps are open', () => {
  expect(problems({})).toEqual([])
})

test('a hazard without the words of its end is refused, and so are words that the rules would stop later', () => {
  expect(problems({ allClear: [{ ...OVER, headline: ' ', instruction: '' }] })).toEqual(['headline missing allClear de', 'instruction missing allClear de'])
  expect(problems({ wordings: [{ ...WORDS, language: 'en' }] })).toEqual(['wordings german-missing wordings'])
  expect(problems({ wordings: [{ ...WORDS, text: 'Dies ist keine Übung.' }] })).toEqual(['text says-no-drill wordings de'])
  expect(problems({ wordings: [{ ...WORDS, short: '' }] })).toEqual(['short missing wordings de'])
})

test('a brace without the other one, a gap of one language alone and one that nobody fills at the end are found', () => {
  expect(problems({ wordings: [{ ...WORDS, text: 'Seit {Uhrzeit Uhr brennt es in {Ort}.' }] })).toEqual(['text brace wordings de'])
  expect(problems({ wordings: [WORDS, { ...WORDS, language: 'en', text: 'Since {time} in {Ort}.' }] })).toEqual(['text gap-one-language wordings en {time}'])
  expect(problems({ allClear: [{ ...OVER, text: 'Seit {Uhrzeit} Uhr ist alles aus.' }] })).toEqual(['text gap-at-end allClear de {Uhrzeit}'])
  expect(problems({ isOneClick: true })).toEqual(['isOneClick gap-one-click'])
})

test('short words are measured at their longest', () => {
  const short = `${'Fenster zu. '.repeat(35)}{Straße}`
  expect(problems({ wordings: [{ ...WORDS, short }] })).toEqual(['short too-many-parts wordings de'])
  expect(problems({ wordings: [{ ...WORDS, short: short.replace('{Straße}', '{Ort}') }] })).toEqual([])
  expect(longestFilling([WORDS], aTownsSettings())).toEqual({ Ort: 'Tangerhütte', Uhrzeit: 'x'.repeat(LONGEST_FILLING) })
})

test('an event belongs to one template of a topic: the all-clear is found by it', () => {
  expect(problems({}, { others: [another()] })).toEqual(['event same-event'])
  expect(problems({}, { others: [another({ active: false }), another({ event: 'Sturm' })] })).toEqual([])
})

test('what it is about and how long it holds', () => {
  expect(problems({ name: '', event: '' })).toEqual(['name missing', 'event missing'])
  expect(problems({ minutes: Number.NaN })).toEqual(['minutes minutes'])
  expect(problems({ minutes: 30 * 1_440 })).toEqual(['minutes too-far'])
  expect(problems({}, { topic: aTopic({ active: false }) })).toEqual(['topicId topic-gone'])
})
