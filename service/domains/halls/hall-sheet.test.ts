import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHall, aHallBooking } from '../../../shared/domains/halls/testing.ts'
import { derivedUuid, PersonId } from '../../../shared/ids.ts'
import { testService, type TestService } from '../../testing.ts'
import { readPdf } from '../letters/testing.ts'

const booking = aHallBooking('one', { status: 'returned', keyBack: { at: aHallBooking().endsAt, byName: 'Torsten Wegener', condition: 'good', defects: '', meters: '', keptCents: 0 } })

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([{ table: 'halls', row: aHall() }, { table: 'hall_bookings', row: booking }])
})
afterAll(() => town.close())

async function words(sheet: 'contract' | 'protocol'): Promise<string> {
  const reply = await town.app.inject({ method: 'POST', url: '/v1/letters/halls/sheet', payload: { bookingId: booking.id, sheet }, headers: await town.bearer('clerk.ordnung') })
  const { texts } = await readPdf(Buffer.from(reply.json<{ readonly pdf: string }>().pdf, 'base64'))
  return texts.map(({ text }) => text).join(' ')
}
const tellsOf = (text: string) => ({ name: text.includes('Änne Großkopf'), street: text.includes('Am Anger 3'), place: text.includes('39517') })

test('of somebody under secrecy the protocol, which goes round at the house, tells no address; the contract, which they get, does', async () => {
  expect([tellsOf(await words('contract')), tellsOf(await words('protocol'))]).toEqual([{ name: true, street: true, place: true }, { name: true, street: true, place: true }])
  const personId = PersonId.parse(derivedUuid('test/hall-sheet', 'person'))
  await town.change([{ table: 'secrecy_marks', row: { id: derivedUuid('test/hall-sheet', 'mark'), scope: booking.scope, version: 0, recordTable: 'hall_bookings', recordId: booking.id, personId } }])
  expect([tellsOf(await words('contract')), tellsOf(await words('protocol'))]).toEqual([{ name: true, street: true, place: true }, { name: true, street: false, place: false }])
})
