import { expect, test } from 'vitest'
import { instantFromMs, msOf } from '../../time.ts'
import { problemsOf } from './problems.ts'
import type { Content } from './content.ts'
import { aContent, ALERT_NOW, anAlert, aTopic, aWording } from './testing.ts'

const found = (content: Partial<Content>, more: Partial<Parameters<typeof anAlert>[0]> = {}, topic = aTopic()) =>
  problemsOf(anAlert({ content: aContent(content), ...more }), topic, ALERT_NOW).map(({ field, code }) => `${field} ${code}`)
const inMinutes = (minutes: number) => instantFromMs(msOf(ALERT_NOW) + minutes * 60_000)

test('the evening of the fire may go out as it is', () => {
  expect(found({})).toEqual([])
})

test.each([
  ['an area vanished', { areas: [] }, ['areas area-missing']],
  ['the end is missing', { endsAt: null }, ['endsAt end-missing']],
  ['the end is over', { endsAt: ALERT_NOW }, ['endsAt end-passed']],
  ['the end comes before the begin', { beginsAt: inMinutes(60), endsAt: inMinutes(30) }, ['endsAt end-before-begin']],
  ['the end is the begin', { beginsAt: inMinutes(60), endsAt: inMinutes(60) }, ['endsAt end-before-begin']],
  ['it holds for three minutes, tomorrow', { beginsAt: inMinutes(1_440), endsAt: inMinutes(1_443) }, ['endsAt too-brief']],
  ['it holds for three minutes', { endsAt: inMinutes(3) }, ['endsAt too-brief']],
  ['a hazard holds for eight days', { endsAt: inMinutes(8 * 1_440) }, ['endsAt too-far']],
  ['nobody says so', { source: ' ' }, ['source missing']],
  ['no channel is chosen', { channels: [] }, ['channels missing']],
  ['a channel is chosen that the topic has not', { channels: ['web-hook'] as const }, ['channels not-offered']],
  ['German is missing', { wordings: [aWording({ language: 'en' })] }, ['wordings german-missing']],
  ['a gap is left', { wordings: [aWording({ text: 'Es brennt in {Ort}.' })] }, ['text gap']],
  ['nobody says what to do', { wordings: [aWording({ instruction: '' })] }, ['instruction missing']],
  ['the text is the headline', { wordings: [aWording({ text: aWording().headline })] }, ['text same-as-headline']],
  ['5,000 characters', { wordings: [aWording({ text: 'a'.repeat(5_000) })] }, ['text too-long']],
  ['there is nothing that anybody could read', { wordings: [aWording({ text: '\u200b\u00ad \u200e' })] }, ['text missing']],
  ['a push message has no words', { channels: ['push'] as const, wordings: [aWording({ short: ' ' })] }, ['short missing']],
  ['a push message is no page', { channels: ['push'] as const, wordings: [aWording({ short: 'ä'.repeat(501) })] }, ['short too-long']],
  ['four SMS', { channels: ['sms'] as const, wordings: [aWording({ short: 'a'.repeat(460) })] }, ['short too-long']],
  ['a warning that calls itself a drill', { wordings: [aWording({ text: 'Dies ist nur eine Übung. Es brennt.' })] }, ['text says-no-warning']],
] as const)('where %s, the field is named', (_name, content, problems) => {
  expect(found(content as Partial<Content>)).toEqual(problems)
})

test.each([['live', 'alert', 459], ['live', 'update', 443], ['live', 'all-clear', 447], ['training', 'alert', 451], ['training', 'cancel', 440]] as const)('%s %s: three SMS hold %i letters beside what stands before them', (mode, kind, most) => {
  const judged = (letters: number) =>
    problemsOf(anAlert({ mode, kind, content: aContent({ channels: ['sms'], wordings: [aWording({ short: 'ä'.repeat(letters) })] }) }), aTopic(), ALERT_NOW)
  expect(judged(most)).toEqual([])
  expect(judged(most + 1)).toEqual([{ field: 'short', code: 'too-long', most, language: 'de' }])
})

test('what ends something may be brief, and what begins may lie a long way ahead', () => {
  expect((['cancel', 'all-clear', 'update'] as const).map(kind => found({ endsAt: inMinutes(3) }, { kind }))).toEqual([[], [], ['endsAt too-brief']])
  expect(found({ beginsAt: inMinutes(20 * 1_440), endsAt: inMinutes(21 * 1_440) })).toEqual([])
})

test('a drill must not say that it is none', () => {
  expect(found({ wordings: [aWording({ text: 'Dies ist keine Übung! Es brennt.' })] }, { mode: 'training' })).toEqual(['text says-no-drill'])
})

test('news may hold for weeks and need no instruction; a topic that is gone takes nothing', () => {
  const news = aTopic({ kind: 'news' })
  expect(found({ wordings: [aWording({ instruction: '' })], endsAt: inMinutes(20 * 1_440) }, {}, news)).toEqual([])
  expect(found({ wordings: [aWording({ headline: 'Probealarm am Donnerstag um 11 Uhr' })] }, {}, news)).toEqual([])
  expect(found({ wordings: [aWording({ headline: 'Probealarm am Donnerstag um 11 Uhr' })] })).toEqual(['headline says-no-warning'])
  expect(found({}, {}, aTopic({ active: false }))).toEqual(['topic topic-gone'])
})
