import { contractSheet, protocolSheet } from '../../../shared/domains/halls/contract-sheet.ts'
import type { Hall, HallBooking } from '../../../shared/domains/halls/tables.ts'
import type { SheetDocument } from '../../../shared/domains/letters/sheet.ts'
import { writtenDay } from '../../../shared/domains/letters/letter-for.ts'
import type { Department } from '../../../shared/domains/staff/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { departmentOf } from '../../../shared/scope.ts'
import type { HallSheetPreview, HallSheetQuery } from '../../../shared/wire/letters.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { findHallBooking } from './hall-rows.ts'

export interface HallSheetParts {
  readonly database: Database
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** The contract about a booking, or the protocol of its return, for whoever may see the booking. */
export async function hallSheet(parts: HallSheetParts, access: Access, query: HallSheetQuery): Promise<Result<HallSheetPreview>> {
  const booking = await findHallBooking(parts.database.db, access.actor.townId, query.bookingId)
  if (!booking || !access.scopes.has(booking.scope)) return refuse('commands/record-missing', { table: 'hall_bookings' })
  if (!parts.typesetter) return refuse('letters/no-typesetter')
  const document = await documentOf(parts.database, access, booking, query.sheet)
  const set = await parts.typesetter.typeset(document)
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}

/** A contract that was made is set as it was made; before that, as it would be made now. */
async function documentOf(database: Database, { actor }: Access, booking: HallBooking, sheet: HallSheetQuery['sheet']): Promise<SheetDocument> {
  const made = sheet === 'contract' ? await madeContract(database, actor.townId, booking) : null
  if (made?.contract && made.contractedAt) return { letter: made.contract, date: writtenDay(germanDay(made.contractedAt)), verification: null, isDraft: false }
  const { hall, department } = await surroundings(database, actor.townId, booking)
  // The contract goes to whoever rents the hall and names them in full; the protocol goes round at the house, from hand to hand.
  const written = sheet === 'protocol' && (await isOfSomebodySecret(database, actor.townId, booking)) ? withoutAddress(booking) : booking
  const source = { hall, bookings: [written], letterhead: department?.letterhead ?? null, clerkName: actor.name, reference: booking.contractNumber ?? '' }
  return sheet === 'contract'
    ? { letter: contractSheet(source), date: '', verification: null, isDraft: true }
    : { letter: protocolSheet(source), date: booking.keyBack ? writtenDay(germanDay(booking.keyBack.at)) : '', verification: null, isDraft: booking.keyBack === null }
}

async function isOfSomebodySecret({ db }: Database, townId: TownId, { id }: HallBooking): Promise<boolean> {
  const mark = await db.selectFrom('secrecy_marks').select('id').where('town_id', '=', townId).where('record_table', '=', 'hall_bookings').where('record_id', '=', id).executeTakeFirst()
  return mark !== undefined
}

const withoutAddress = (booking: HallBooking): HallBooking => ({ ...booking, tenant: { ...booking.tenant, street: '', postalCode: '', place: '' } })

/** The booking that carries the contract: this one, or the first of its series. */
async function madeContract(database: Database, townId: TownId, booking: HallBooking): Promise<HallBooking | null> {
  if (booking.contract || !booking.contractNumber) return booking
  const found = await database.db.selectFrom('hall_bookings').select('id').where('town_id', '=', townId)
    .where('contract_number', '=', booking.contractNumber).where('contract', 'is not', null).executeTakeFirst()
  return found ? ((await findHallBooking(database.db, townId, found.id)) ?? null) : null
}

async function surroundings({ db }: Database, townId: TownId, { hallId, scope }: HallBooking): Promise<{ readonly hall: Hall; readonly department: Department | undefined }> {
  const department = departmentOf(scope) ?? ''
  const rows = await loadRecords(db, townId, [{ table: 'halls', id: hallId }, { table: 'departments', id: department }], false)
  return { hall: rows.get(`halls/${hallId}`) as Hall, department: rows.get(`departments/${department}`) as Department | undefined }
}
