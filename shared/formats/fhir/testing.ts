import fc from 'fast-check'
import { aVaccination, aVaccinee, aVaccine } from '../../domains/vaccinations/testing.ts'
import type { Vaccination } from '../../domains/vaccinations/tables.ts'
import { vaccineeIdOf } from '../../domains/vaccinations/vaccinee.ts'
import { PersonId, VaccinationId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { fhirLine } from './element.ts'
import type { ExchangedRecord, Issuer } from './exchanged.ts'

export const ISSUER: Issuer = { id: '0192a000-0000-7000-8000-00000000ae01', name: 'Stadt Tangerhütte' }

/** Letters as people have them, and signs that no form should break on. */
const written = fc.oneof(
  fc.constantFrom('Großkopf', 'von der Heide', "O'Neill", 'Müller-Lüdenscheidt', 'Đặng', 'Änne  Maria', 'A\u00A0B', 'x\u2028y', '<b>&amp;"', '𝒳 Æ', 'ab\tc'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(text => text.slice(0, 80).toWellFormed()),
).filter(text => fhirLine(text) !== '')
const maybe = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(text, fc.constant(''))
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
const later = fc.date({ min: new Date('2026-11-25'), max: new Date('2046-01-01'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))

const KNOWN = [{ code: '6142004', name: 'Influenza' }, { code: '76902006', name: 'Tetanus' }, { code: '397430003', name: 'Diphtherie' }, { code: '27836007', name: 'Pertussis (Keuchhusten)' }]
const unlisted = written.map(name => ({ code: '123456789', name }))
const diseases = fc.tuple(fc.subarray(KNOWN, { minLength: 1 }), fc.option(unlisted, { freq: 5 })).map(([some, other]) => [...some, ...(other ? [other] : [])])

/** Whom a record is about; the names never leave it without a day of birth. */
const person = fc.record({ familyName: written, givenName: written, gender: fc.constantFrom('female', 'male', 'diverse', 'unknown'), street: maybe(written), postalCode: maybe(fc.constant('39517')), place: maybe(written), locality: maybe(written), email: fc.constantFrom(null, 'a@example.org'), phone: fc.constantFrom(null, '03935 123') })
  .map(parts => aVaccinee(parts as Partial<Vaccination['person']>))

const responsible = fc.record({ personId: fc.uuid().map(id => PersonId.parse(id)), name: fc.oneof(written, fc.constantFrom('Dr. med. Eva Arndt', 'Prof. Dr. Jan van Dyck', 'Arndt')), address: fc.oneof(written, fc.constant('Breite Straße 1, 39517 Tangerhütte')) })

const vaccine = fc.record({ snomed: fc.constantFrom('', '836377006', '123456789'), atc: fc.constantFrom('', 'J07BB02', 'J07AJ52'), pzns: fc.constantFrom<string[]>([], ['12345678'], ['12345678', '87654321']) }).map(parts => aVaccine(parts))

/** A documentation as it may stand in the books, however odd its texts. */
export const aRecord = (about: Vaccination['person'] = aVaccinee()): fc.Arbitrary<ExchangedRecord> => diseases.chain(against => fc.record({
  vaccine: fc.option(vaccine, { freq: 9 }),
  vaccination: fc.record({
    id: fc.uuid().map(id => VaccinationId.parse(id)), day, at: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2026, 10, 24) }).map(instantFromMs), vaccineName: written, manufacturer: maybe(written),
    lot: written.map(text => text.slice(0, 20)).filter(text => fhirLine(text) !== ''), expiresOn: later, site: fc.constantFrom('left-arm', 'right-arm', 'left-thigh', 'right-thigh', 'mouth', 'nose'), responsible, vaccinatorName: written,
    number: fc.constantFrom('', 'I-2026-000001'), confirmation: fc.constantFrom({ kind: 'awaited' }, { kind: 'by-hand', at: instantFromMs(0), notedByName: 'Person 1' }),
    doses: fc.subarray(against).chain(some => fc.tuple(...some.map(({ code }) => fc.integer({ min: 1, max: 99 }).map(number => ({ code, number }))))),
    nextDoses: fc.subarray(against).chain(some => fc.tuple(...some.map(disease => fc.record({ disease: fc.constant(disease), number: fc.constant(2), earliest: later, recommended: later, sentence: maybe(written) })))),
  }).map(parts => aVaccination('any', { ...(parts as Partial<Vaccination>), person: about, diseases: against })),
}))

/** All records of one person. */
export const someRecords: fc.Arbitrary<readonly [ExchangedRecord, ...ExchangedRecord[]]> = person.filter(about => vaccineeIdOf(about) !== null).chain(about =>
  fc.uniqueArray(aRecord(about), { minLength: 1, maxLength: 4, selector: ({ vaccination }) => vaccination.id }).map(([first, ...more]) => [first as ExchangedRecord, ...more] as const))
