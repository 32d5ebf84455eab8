import type { Transaction } from 'kysely'
import { canonicalJson } from '../../../shared/canonical.ts'
import { contractSheet } from '../../../shared/domains/halls/contract-sheet.ts'
import { agreedOf, isCorrectable } from '../../../shared/domains/halls/correct-command.ts'
import type { Agreed, HallBooking } from '../../../shared/domains/halls/tables.ts'
import type { Department } from '../../../shared/domains/staff/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { departmentOf } from '../../../shared/scope.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { bookingsOfContract, findHall } from './hall-rows.ts'

/** Makes the next version of a contract that speaks of what was corrected, about all that stands of it; its number stays. */
export const withNextContract: Completion = async (trx, { changes, moment: { actor, now } }) => {
  const corrected = changes.flatMap(change => (change.table === 'hall_bookings' ? [change.row] : []))
  const [first] = corrected
  const number = first?.contractNumber
  if (!first || !number || !corrected.some(isToldByContract)) return changes
  const all = (await bookingsOfContract(trx, actor.townId, number)).map(row => corrected.find(({ id }) => id === row.id) ?? row)
  const carrier = all.find(({ contract }) => contract !== null)
  const hall = await findHall(trx, actor.townId, first.hallId)
  if (!hall || !carrier?.contractedAt) return changes
  const standing = all.filter(isCorrectable)
  const contract = contractSheet({
    hall, bookings: standing, letterhead: (await departmentOfBooking(trx, actor.townId, first))?.letterhead ?? null, clerkName: actor.name, reference: number,
    replaces: { version: carrier.contractVersion, madeAt: carrier.contractedAt },
  })
  const touched = standing.includes(carrier) ? standing : [...standing, carrier]
  return touched.map(row => ({ table: 'hall_bookings', row: { ...row, contractedAt: now, contractVersion: carrier.contractVersion + 1, contract: row === carrier ? contract : null } }) as const)
}

/** A contract says neither the note nor how somebody is reached. */
function isToldByContract(row: HallBooking): boolean {
  const before = row.corrections.at(-1)?.before
  const told = (agreed: Agreed): string => canonicalJson({ ...agreed, note: '', tenant: { ...agreed.tenant, email: null, phone: null } })
  return before !== undefined && told(before) !== told(agreedOf(row))
}

async function departmentOfBooking(trx: Transaction<Schema>, townId: TownId, { scope }: HallBooking): Promise<Department | undefined> {
  const id = departmentOf(scope) ?? ''
  return (await loadRecords(trx, townId, [{ table: 'departments', id }], false)).get(`departments/${id}`) as Department | undefined
}
