import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type * as z from 'zod'
import { applyMapping, suggestedFields } from '../../../shared/domains/applications/apply-mapping.ts'
import { answerInWords } from '../../../shared/domains/letters/answers.ts'
import { fimLabels, readablePath } from '../../../shared/formats/fim.ts'
import type { TownId } from '../../../shared/ids.ts'
import { Json, type JsonObject } from '../../../shared/json.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ChangedMapping, Mapping, MappingTrial, NewMapping } from '../../../shared/wire/portal-link.ts'
import { readJson } from '../../http/json-body.ts'
import { offerOf, type Offer } from '../../intake/catalogue.ts'
import type { Schema } from '../../store/schema.ts'
import { fieldsOf, type MappingRow } from '../mapping/mappings.ts'
import { mappingSummary } from './link-state.ts'

export interface EditParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly byName: string
  readonly now: Instant
}

const rowById = ({ db, townId }: EditParts, id: string): Promise<MappingRow | undefined> =>
  db.selectFrom('fit_connect_mappings').selectAll().where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()

/** A mapping with the form of its service as it is now. */
async function opened(parts: EditParts, id: string): Promise<Result<{ readonly row: MappingRow; readonly offer: Offer }>> {
  const row = await rowById(parts, id)
  if (!row) return refuse('portal-link/no-such-mapping')
  const offer = await offerOf(parts.db, parts.townId, row.service_id)
  return offer.ok ? ok({ row, offer: offer.value }) : refuse('portal-link/unknown-field')
}

export async function mappingById(parts: EditParts, id: string): Promise<Result<Mapping>> {
  const found = await opened(parts, id)
  if (!found.ok) return found
  const { row, offer: { form } } = found.value
  const required = Array.isArray(form.schema['required']) ? form.schema['required'] : []
  return ok({
    ...(await mappingSummary(parts.db, row)),
    // A group is no question; it only gives those in it their name.
    questions: Object.keys(row.labels).filter(path => !Object.keys(row.labels).some(other => other.startsWith(`${path}/`))).map(path => ({ path, label: readablePath(path, row.labels), field: row.fields[path] ?? null })),
    fields: form.sections.flatMap(({ fields }) => fields).map(({ key, label }) => ({ key, label, isRequired: required.includes(key) })),
    isTried: row.tried_at !== null && row.tried_at >= row.changed_at,
  })
}

/** A draft with the questions of a schema, and with those fields that have the same name. */
export async function addMapping(parts: EditParts, { schemaUri, serviceIdentifier, serviceId, schema, basedOn }: z.infer<typeof NewMapping>): Promise<Result<{ readonly id: string }>> {
  const { db, townId, byName, now } = parts
  const offer = await offerOf(db, townId, serviceId)
  if (!offer.ok) return refuse('portal-link/unknown-field')
  const before = basedOn === null ? undefined : await rowById(parts, basedOn)
  const labels = schema.trim() === '' ? before?.labels : labelsOf(schema)
  if (!labels || Object.keys(labels).length === 0) return refuse('portal-link/unreadable-schema')
  const { form } = offer.value
  const keys = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)))
  const kept = Object.fromEntries(Object.entries(before?.fields ?? {}).filter(([path, key]) => path in labels && keys.has(key)))
  const id = randomUUID()
  await db.insertInto('fit_connect_mappings').values({
    town_id: townId, id, schema_uri: schemaUri, service_identifier: serviceIdentifier, service_id: serviceId, form_version: form.formVersion, mapping_version: await nextVersion(parts, schemaUri, serviceIdentifier), state: 'draft',
    labels: JSON.stringify(labels), fields: JSON.stringify(Object.keys(kept).length > 0 ? kept : suggestedFields(form, labels)), fixed: '{}', changed_at: now, changed_by_name: byName,
  }).execute()
  return ok({ id })
}

function labelsOf(schema: string): Readonly<Record<string, string>> | undefined {
  const read = readJson(schema)
  return read.ok && read.value !== null && typeof read.value === 'object' ? Object.fromEntries(fimLabels(read.value as JsonObject)) : undefined
}

async function nextVersion({ db, townId }: EditParts, schemaUri: string, serviceIdentifier: string | null): Promise<number> {
  const rows = await db.selectFrom('fit_connect_mappings').select(['mapping_version', 'service_identifier']).where('town_id', '=', townId).where('schema_uri', '=', schemaUri).execute()
  return Math.max(0, ...rows.filter(({ service_identifier }) => service_identifier === serviceIdentifier).map(({ mapping_version }) => mapping_version)) + 1
}

/** Says which question belongs to which field. What is in use is never changed: a further version begins with it. */
export async function changeMapping(parts: EditParts, { id, changedAt, fields }: z.infer<typeof ChangedMapping>): Promise<Result<Mapping>> {
  const { db, townId, byName, now } = parts
  const found = await opened(parts, id)
  if (!found.ok) return found
  const { row, offer: { form } } = found.value
  if (row.state !== 'draft' || row.changed_at !== changedAt) return refuse('portal-link/mapping-changed')
  const keys = new Set(form.sections.flatMap(section => section.fields.map(({ key }) => key)))
  if (Object.entries(fields).some(([path, key]) => !(path in row.labels) || !keys.has(key))) return refuse('portal-link/unknown-field')
  await db.updateTable('fit_connect_mappings').set({ fields: JSON.stringify(fields), form_version: form.formVersion, changed_at: now, changed_by_name: byName, tried_at: null }).where('town_id', '=', townId).where('id', '=', id).execute()
  return mappingById(parts, id)
}

/** What an example becomes; nothing of it is kept but that it was tried. */
export async function tryMapping(parts: EditParts, { id, example }: { readonly id: string; readonly example: string }): Promise<Result<MappingTrial>> {
  const { db, townId, now } = parts
  const found = await opened(parts, id)
  if (!found.ok) return found
  const { row, offer: { form } } = found.value
  const data = readJson(example)
  if (!data.ok || data.value === null || typeof data.value !== 'object') return refuse('portal-link/unreadable-example')
  const { values, others, missing } = applyMapping(form, fieldsOf(row), Json.parse(data.value))
  await db.updateTable('fit_connect_mappings').set({ tried_at: now }).where('town_id', '=', townId).where('id', '=', id).execute()
  const labels = new Map(form.sections.flatMap(section => section.fields.map(({ key, label }) => [key, label.de] as const)))
  return ok({ values: Object.entries(values).map(([key, value]) => ({ label: labels.get(key) ?? key, value: answerInWords(form, key, value) })), others: [...others], missing: [...missing] })
}

/** Takes submissions in by this mapping from now on; what waited for it goes on at once. */
export async function putMappingToUse(parts: EditParts, { id, changedAt }: { readonly id: string; readonly changedAt: Instant }): Promise<Result<Record<string, never>>> {
  const { db, townId, now } = parts
  const row = await rowById(parts, id)
  if (!row) return refuse('portal-link/no-such-mapping')
  if (row.state !== 'draft' || row.changed_at !== changedAt) return refuse('portal-link/mapping-changed')
  if (row.tried_at === null || row.tried_at < row.changed_at) return refuse('portal-link/mapping-untried')
  await db.transaction().execute(async trx => {
    const same = trx.updateTable('fit_connect_mappings').set({ state: 'replaced' }).where('town_id', '=', townId).where('schema_uri', '=', row.schema_uri).where('state', '=', 'active')
    await (row.service_identifier === null ? same.where('service_identifier', 'is', null) : same.where('service_identifier', '=', row.service_identifier)).execute()
    await trx.updateTable('fit_connect_mappings').set({ state: 'active' }).where('town_id', '=', townId).where('id', '=', id).execute()
    await trx.updateTable('fit_connect_submissions').set({ next_at: now }).where('town_id', '=', townId).where('state', '=', 'collected').where('schema_uri', '=', row.schema_uri).execute()
  })
  return ok({})
}
