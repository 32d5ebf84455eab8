import { expect, test } from 'vitest'
import { instantFromMs, msOf } from '../../time.ts'
import { hasAddress, recallLetter } from './recall-letter.ts'
import { reportParts } from './side-effect-report.ts'
import { aVaccination, aVaccinee, SESSION_NOW } from './testing.ts'

const HOUR_MS = 3_600_000
const sideEffect = { description: 'Fieber über 40 °C', onsetAt: instantFromMs(msOf(SESSION_NOW) + HOUR_MS), suspectedAt: instantFromMs(msOf(SESSION_NOW) + 2 * HOUR_MS), dueAt: instantFromMs(msOf(SESSION_NOW) + 26 * HOUR_MS) }

const textOf = (record = aVaccination()): string => {
  const { title, law, sections } = reportParts({ sideEffect, record, reporterName: 'Mirko Beyer', now: SESSION_NOW })
  return [title, law, ...sections.flatMap(({ heading, rows }) => [heading, ...rows.map(([label, value]) => `${label}: ${value}`)])].join('\n')
}

test('a report names who it is about, what happened, what was given, who reports it and until when', () => {
  const text = textOf()
  for (const said of ['Großkopf, Änne', '2. März 1948', 'Am Anger 3, 39517 Tangerhütte', '03935 123', 'Fieber über 40 °C', 'Charge: AB123', 'Influenza (Dosis 1)', 'Dr. med. Eva Arndt', 'Mirko Beyer', 'spätestens am 25. November 2026, 12:00 Uhr'])
    expect(text).toContain(said)
})

test('what nobody knows is said to be unknown, not left out', () => {
  const text = textOf(aVaccination('two', { person: aVaccinee({ street: '', postalCode: '', place: '', phone: null, gender: 'unknown' }), number: '' }))
  for (const said of ['Anschrift: nicht bekannt', 'Telefon, E-Mail: nicht bekannt', 'Geschlecht: nicht angegeben', 'noch nicht vergeben']) expect(text).toContain(said)
})

test('a letter about a recall tells of the vaccination inside only, and goes to nobody without an address', () => {
  const letter = recallLetter({
    recall: { vaccineName: 'Beispielgrippe', lot: 'AB123', reason: 'Kühlkette unterbrochen' }, one: { number: 'I-2026-000001', day: '2026-11-24', placeName: 'Bürgerhaus', person: aVaccinee() }, letterhead: null,
    clerkName: 'Mirko Beyer',
  })
  expect(letter.recipient).toEqual(['Änne Großkopf', 'Am Anger 3', '39517 Tangerhütte'])
  expect(letter.blocks.flatMap(block => ('text' in block ? [block.text] : [])).join('\n')).toMatch(/24\. November 2026.*Beispielgrippe.*AB123[\s\S]*Kühlkette unterbrochen/)
  expect([aVaccinee(), aVaccinee({ street: ' ' }), aVaccinee({ place: '', postalCode: '' })].map(hasAddress)).toEqual([true, false, false])
})
