import { expect, test } from 'vitest'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { addressOf, draftOf, newDraft, readSession } from './session-draft.ts'

const TODAY = '2026-11-24'
const session = aSession({ day: '2026-12-01' })
const here = { place: { id: session.placeId, address: 'Musterstraße 12' }, resources: [{ id: session.resourceIds[0], active: true }], services: [], lines: [{ id: session.openingHoursId, slotMinutes: 15, publicResourceIds: session.resourceIds }] } as unknown as FurnishedPlace
const physicians = [session.responsible]
const draft = draftOf(session, here, day => day)

test('a session that is read and written without a change stays what it is', () => {
  const { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } = session
  expect(readSession(draft, physicians, TODAY)).toEqual({
    problems: {}, input: { slotMinutes: 15, publicResourceIds: session.resourceIds, content: { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } },
  })
})

test('each thing that is missing is named at its field', () => {
  expect(readSession({ ...newDraft(here), resourceIds: [], end: '8 Uhr', slotMinutes: '3', fromAge: '200' }, physicians, TODAY).problems).toEqual({
    title: 'missing', day: 'missing', end: 'order', slotMinutes: 'minutes', resourceIds: 'none-ticked', vaccineIds: 'none-ticked', responsibleId: 'missing', address: 'missing', fromAge: 'age',
  })
  expect(readSession({ ...draft, day: '23.11.2026', start: '25:00' }, physicians, TODAY)).toEqual({ input: undefined, problems: { day: 'past', start: 'no-time' } })
})

test('a station that does not work is none the public may book, and a line of the team without a name is none', () => {
  const { input } = readSession({ ...draft, publicResourceIds: [...session.resourceIds, '0192a000-0000-7000-8000-000000000c09'], team: [{ name: ' ', task: 'Leitung' }, { name: ' Lisa Ohm', task: '' }] }, physicians, TODAY)
  expect([input?.publicResourceIds, input?.content.team]).toEqual([session.resourceIds, [{ name: 'Lisa Ohm', task: '' }]])
})

test('the address of whoever is responsible is that of the last time, or of the place', () => {
  const before = aSession({ responsible: { ...session.responsible, address: 'Alte Straße 2' } })
  expect([addressOf(session.responsible.personId, [before, session], here), addressOf('0192a000-0000-7000-8000-0000000000ff', [session], here)]).toEqual([session.responsible.address, 'Musterstraße 12'])
})
