import type { Kysely } from 'kysely'
import { fimLabels } from '../../../shared/formats/fim.ts'
import { derivedUuid, ServiceId, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { DOG_FIELDS, DOG_FORM, DOG_SCHEMA, DOG_SERVICE_IDENTIFIER } from './invented-form.ts'

const SERVICE = ServiceId.parse('dog-registration')

/** The demo town takes the portal's form for dogs in from its first day on; another version of it waits for somebody to say how. */
export async function seedMapping(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<void> {
  const service = await db.selectFrom('services').select('form_version').where('town_id', '=', townId).where('id', '=', SERVICE).executeTakeFirst()
  if (!service) return
  await db.insertInto('fit_connect_mappings').values({
    town_id: townId, id: derivedUuid(`demo/${townId}`, 'portal-mapping'), schema_uri: DOG_SCHEMA, service_identifier: DOG_SERVICE_IDENTIFIER, service_id: SERVICE, form_version: service.form_version, mapping_version: 1, state: 'active',
    labels: JSON.stringify(Object.fromEntries(fimLabels(DOG_FORM))), fields: JSON.stringify(DOG_FIELDS), fixed: '{}', tried_at: now, changed_at: now, changed_by_name: 'Lars Behrends',
  }).onConflict(conflict => conflict.doNothing()).execute()
}
