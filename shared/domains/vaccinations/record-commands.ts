import * as z from 'zod'
import { defineCommand, type Moment, type RecordRef, type State } from '../../command.ts'
import { VaccinationId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { batchIdOf } from './catalogue-commands.ts'
import { dosesAgainst, productIn, usableBatch } from './document-command.ts'
import type { MissingItem } from './documentation.ts'
import { PHYSICIANS, PLANNERS, TEAM } from './roles.ts'
import { Vaccination, type Vaccine } from './tables.ts'
import { stands } from './twins.ts'
import { namedPerson } from './visit-commands.ts'

const OnRecord = z.object({ vaccinationId: VaccinationId })
type OnRecord = z.infer<typeof OnRecord>

const theRecord = ({ vaccinationId }: OnRecord): readonly RecordRef[] => [{ table: 'vaccinations', id: vaccinationId }]

/** A documentation that counts: neither replaced nor void. */
function standing(state: State, { vaccinationId }: OnRecord): Result<Vaccination> {
  const record = state.get('vaccinations', vaccinationId)
  if (!record) return refuse('commands/record-missing', { table: 'vaccinations' })
  return stands(record) ? ok(record) : refuse('vaccinations/replaced')
}

/** What of a documentation may turn out to be wrong. */
export const Correction = Vaccination.pick({ person: true, vaccineId: true, lot: true, expiresOn: true, doses: true, site: true, vaccinatorName: true, nextDoses: true })
export type Correction = Readonly<z.infer<typeof Correction>>

/**
 * Mends a documentation: a new version with a reason takes its place, the one before is kept and marked as replaced, and the
 * new one has to be confirmed anew. Day and responsible person stay.
 */
export const correct = defineCommand({
  name: 'vaccinations.correct',
  version: 1,
  input: OnRecord.extend({ content: Correction, reason: z.string().max(1_000) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: true,
  reads: input => [...theRecord(input), { table: 'vaccines', id: input.content.vaccineId }, { table: 'vaccine_batches', id: batchIdOf(input.content.vaccineId, input.content.lot) }],
  decide: (state, input, moment) => {
    const before = standing(state, input)
    if (!before.ok) return before
    if (input.reason.trim() === '') return refuse('vaccinations/reason-missing')
    const after = corrected(state, before.value, input.content, moment)
    if (!after.ok) return after
    const row = { ...after.value, reason: input.reason.trim() }
    return ok([{ table: 'vaccinations', row }, { table: 'vaccinations', row: { ...before.value, replacedById: row.id, twinId: null } }])
  },
})

function corrected(state: State, before: Vaccination, content: Correction, moment: Moment): Result<Vaccination> {
  const named = namedPerson(content.person, moment)
  if (!named.ok) return named
  const vaccine = productIn(state, before.scope, content.vaccineId)
  if (!vaccine) return refuse('commands/record-missing', { table: 'vaccines' })
  // What the catalogue says otherwise by now was not said of this dose.
  const product = content.vaccineId === before.vaccineId ? before : { vaccineName: vaccine.name, manufacturer: vaccine.manufacturer, diseases: vaccine.diseases }
  const missing = missingIn(content, product)
  if (missing.length > 0 || named.value.vaccineeId === null) return refuse('vaccinations/incomplete', { missing: missing.join(' ') })
  const isSameBatch = content.vaccineId === before.vaccineId && content.lot === before.lot && content.expiresOn === before.expiresOn
  // What was given was given: a batch that was blocked or ran out since does not stand in the way of writing it down rightly.
  const batch = isSameBatch ? ok(null) : usableBatch(state, vaccine, content, before.at)
  if (!batch.ok && batch.error.code !== 'vaccinations/blocked-batch') return batch
  return ok({
    ...before, ...content, ...named.value, vaccineeId: named.value.vaccineeId, id: VaccinationId.parse(moment.newId('vaccination')), version: 0, vaccineName: product.vaccineName,
    manufacturer: product.manufacturer, diseases: product.diseases, doses: dosesAgainst(product, content), vaccinatorName: content.vaccinatorName.trim(),
    // As it stands in the list of batches, where a recall looks.
    lot: state.get('vaccine_batches', batchIdOf(vaccine.id, content.lot))?.lot ?? content.lot.trim(), confirmation: { kind: 'awaited' }, number: '', documentedAt: moment.now, seal: '', replacesId: before.id, twinId: null,
  })
}

/** What § 22 IfSG wants and a correction would take away. */
const missingIn = ({ person, lot, doses, vaccinatorName }: Correction, { diseases }: Pick<Vaccine, 'diseases'>): readonly MissingItem[] => [
  ...(person.givenName.trim() === '' ? ['given-name' as const] : []),
  ...(person.birthDay === null ? ['birth-day' as const] : []),
  ...(lot.trim() === '' ? ['lot' as const] : []),
  ...(diseases.every(({ code }) => doses.some(dose => dose.code === code)) ? [] : ['dose-number' as const]),
  ...(vaccinatorName.trim() === '' ? ['vaccinator' as const] : []),
]

/** Says that something was written by mistake and never given. */
export const voidRecord = defineCommand({
  name: 'vaccinations.void',
  version: 1,
  input: OnRecord.extend({ reason: z.string().max(1_000) }),
  offline: 'queue',
  roles: PLANNERS,
  onlyIfUnchanged: true,
  reads: theRecord,
  decide: (state, input) => {
    const record = standing(state, input)
    if (!record.ok) return record
    const reason = input.reason.trim()
    return reason ? ok([{ table: 'vaccinations', row: { ...record.value, isVoid: true, reason, twinId: null } }]) : refuse('vaccinations/reason-missing')
  },
})

/** Notes that the responsible person has signed the printed sheet by hand. */
export const noteSigned = defineCommand({
  name: 'vaccinations.note-signed',
  version: 1,
  input: z.object({ vaccinationIds: z.array(VaccinationId).min(1).max(200) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: ({ vaccinationIds }) => vaccinationIds.map((id): RecordRef => ({ table: 'vaccinations', id })),
  decide: (state, { vaccinationIds }, { actor, now }) => {
    const records = [...new Set(vaccinationIds)].flatMap(id => state.get('vaccinations', id) ?? [])
    const [first] = records
    if (!first || records.length !== new Set(vaccinationIds).size || records.some(({ scope }) => scope !== first.scope)) return refuse('commands/record-missing', { table: 'vaccinations' })
    const awaited = records.filter(record => stands(record) && record.confirmation.kind === 'awaited')
    return ok(awaited.map(row => ({ table: 'vaccinations', row: { ...row, confirmation: { kind: 'by-hand', at: now, notedByName: actor.name } } }) as const))
  },
})

/** Somebody has looked at two documentations side by side: both doses were given. */
export const keepBoth = defineCommand({
  name: 'vaccinations.keep-both',
  version: 1,
  input: OnRecord,
  offline: 'queue',
  roles: PHYSICIANS,
  onlyIfUnchanged: false,
  reads: (input, state) => {
    const twinId = state.get('vaccinations', input.vaccinationId)?.twinId
    return [...theRecord(input), ...(twinId ? [{ table: 'vaccinations', id: twinId } as const] : [])]
  },
  decide: (state, { vaccinationId }) => {
    const record = state.get('vaccinations', vaccinationId)
    const twin = record?.twinId ? state.get('vaccinations', record.twinId) : undefined
    return ok([record, twin].flatMap(row => (row && row.twinId !== null ? [{ table: 'vaccinations', row: { ...row, twinId: null } } as const] : [])))
  },
})

export const recordCommands = [correct, voidRecord, noteSigned, keepBoth] as const
