import type { Kysely } from 'kysely'
import { recordKey, type RecordRef } from '../../shared/command.ts'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { TownId } from '../../shared/ids.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'

/** A service one can apply for, with its newest form. */
export interface Offer {
  readonly service: TownService
  readonly form: Form
}

/** The services of a town that are open to applications, by German title. */
export async function offeredServices(db: Kysely<Schema>, townId: TownId): Promise<readonly TownService[]> {
  const ids = await db.selectFrom('services').select('id').where('town_id', '=', townId).where('active', '=', true).execute()
  const records = ids.map(({ id }) => ({ table: 'services', id }) as const)
  const rows = [...(await loadRecords(db, townId, records, false)).values()] as readonly TownService[]
  return rows.toSorted((one, other) => one.title.de.localeCompare(other.title.de, 'de'))
}

/** A service with its newest form, or undefined when the town does not offer it. */
export async function offerOf(db: Kysely<Schema>, townId: TownId, serviceId: string): Promise<Offer | undefined> {
  const service = (await loadOne(db, townId, { table: 'services', id: serviceId })) as TownService | undefined
  if (!service?.active) return undefined
  const form = (await loadOne(db, townId, { table: 'forms', id: `${service.id}@${service.formVersion}` })) as Form | undefined
  if (!form) throw new Error(`service ${service.id} has no form of version ${service.formVersion}`)
  return { service, form }
}

async function loadOne(db: Kysely<Schema>, townId: TownId, record: RecordRef): Promise<unknown> {
  return (await loadRecords(db, townId, [record], false)).get(recordKey(record))
}
