import { expect, test } from 'vitest'
import { aVisit } from '../../../../shared/domains/vaccinations/testing.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { appointmentInLink, findPeople, hereAs, standByToCome, stillToCome } from './find-people.ts'

const visit = { ...aVisit(), isPending: false }
const card = { visit, stage: 'arrived' as const, ticket: 'A017', age: 78, since: visit.checkedIn.at, alarms: [] }
const booked = { id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f1'), name: 'Otto Großkopf', email: null, phone: null, ticket: null, status: 'booked' as const, startsAt: visit.checkedIn.at }
const people = { cards: [card], booked: [booked], standBy: [{ id: '0192a000-0000-7000-8000-0000000000d1', name: 'Ilse Grosskopf', phone: '1', birthYear: null, minutesAway: 5, note: '', state: 'waiting' as const, addedAt: visit.checkedIn.at }] }
const kinds = (text: string) => findPeople(text, people).map(({ kind }) => kind)

test('people are found by parts of their names in any spelling, who is here first', () => {
  expect([kinds('großkopf'), kinds('GROSSKOPF'), kinds('anne gro'), kinds('aenne gro'), kinds('a017'), kinds('  '), kinds('niemand')])
    .toEqual([['here', 'booked', 'stand-by'], ['here', 'booked', 'stand-by'], [], ['here'], ['here'], [], []])
})

test('whoever is checked in is no longer expected', () => {
  expect([standByToCome(people.standBy, []).length, standByToCome(people.standBy, [{ visit: { ...visit, person: { ...visit.person, givenName: 'Ilse' } } }]).length]).toEqual([1, 0])
  expect(stillToCome([booked], [{ visit: { ...visit, appointmentId: booked.id } }])).toEqual([])
  expect(stillToCome([booked, { ...booked, status: 'cancelled' }], [])).toEqual([booked])
})

test('who is here already is known by name and birth day, however they are spelt', () => {
  const other = { ...visit, departed: { ...visit.checkedIn, reason: 'Fieber' } }
  expect([hereAs([card], { ...visit.person, familyName: 'GROSSKOPF' }), hereAs([card], { ...visit.person, birthDay: null }), hereAs([card], { ...visit.person, birthDay: '1948-03-03' }), hereAs([{ visit: other }], visit.person)])
    .toEqual([card, undefined, undefined, undefined])
})

test('the code of a booking names its appointment; anything else does not', () => {
  const id = AppointmentId.parse('0192a000-0000-7000-8000-0000000000f9')
  const key = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), Buffer.alloc(16, 7)]).toString('base64url')
  expect([appointmentInLink(`https://portal.example/appointments/${key}`), appointmentInLink(key), appointmentInLink('Großkopf'), appointmentInLink('')]).toEqual([id, id, undefined, undefined])
  const slipped = Array.from(`https://portal.example/appointments/${key}`, letter => ({ ':': 'Ö', '/': '-', '-': 'ß', '_': '?', y: 'z', z: 'y', Y: 'Z', Z: 'Y' })[letter] ?? letter).join('')
  expect(appointmentInLink(slipped), 'typed as on an American keyboard').toBe(id)
})
