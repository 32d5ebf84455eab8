import type { Kysely } from 'kysely'
import { recordKey, type RecordRef } from '../../shared/command.ts'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import { changedFields } from '../../shared/domains/applications/form-difference.ts'
import { formIdOf, type TownId } from '../../shared/ids.ts'
import { ok, refuse, type Refusal, type Result } from '../../shared/result.ts'
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

/** A service with its newest form, or whether the town has withdrawn it or never had it. */
export async function offerOf(db: Kysely<Schema>, townId: TownId, serviceId: string): Promise<Result<Offer>> {
  const service = (await loadOne(db, townId, { table: 'services', id: serviceId })) as TownService | undefined
  if (!service) return refuse('intake/unknown-service')
  if (!service.active) return refuse('intake/service-withdrawn')
  const form = await formOf(db, townId, serviceId, service.formVersion)
  if (!form) throw new Error(`service ${service.id} has no form of version ${service.formVersion}`)
  return ok({ service, form })
}

/** Why answers to an older form are not taken: with the questions that have changed since. */
export async function outdatedForm(db: Kysely<Schema>, townId: TownId, form: Form, sent: number): Promise<Refusal> {
  const older = await formOf(db, townId, form.serviceId, sent)
  const changed = older ? changedFields(older, form).map(({ label }) => label.de) : []
  const field = changed.length > 0 ? changed.join(', ').slice(0, 400) : 'Aufbau des Formulars'
  return { code: 'intake/wrong-form-version', facts: { sent, current: form.formVersion, field } }
}

const formOf = async (db: Kysely<Schema>, townId: TownId, serviceId: string, formVersion: number): Promise<Form | undefined> =>
  (await loadOne(db, townId, { table: 'forms', id: formIdOf(serviceId, formVersion) })) as Form | undefined

async function loadOne(db: Kysely<Schema>, townId: TownId, record: RecordRef): Promise<unknown> {
  return (await loadRecords(db, townId, [record], false)).get(recordKey(record))
}
