import * as z from 'zod'
import { defineCommand, type RecordRef } from '../../command.ts'
import { BatchId, derivedUuid, PlaceId, VaccineId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { isHealthScope } from '../../scope.ts'
import { PLANNERS, TEAM } from './roles.ts'
import { Vaccine, type Batch } from './tables.ts'

/** A batch's id follows from the product and what is printed on the box. */
export const batchIdOf = (vaccineId: VaccineId, lot: string): BatchId => BatchId.parse(derivedUuid(vaccineId, `batch/${lot.trim().toUpperCase()}`))

/** Adds a product to the catalogue, or changes it; what was documented with it keeps its own words. */
export const setVaccine = defineCommand({
  name: 'vaccinations.set-vaccine',
  version: 1,
  input: z.object({ placeId: PlaceId, vaccineId: VaccineId, content: Vaccine.omit({ id: true, scope: true, version: true }) }),
  offline: 'online-only',
  roles: PLANNERS,
  onlyIfUnchanged: false,
  reads: ({ placeId, vaccineId }) => [{ table: 'places', id: placeId }, { table: 'vaccines', id: vaccineId }],
  decide: (state, { placeId, vaccineId, content }) => {
    const place = state.get('places', placeId)
    const known = state.get('vaccines', vaccineId)
    if (!place || !isHealthScope(place.scope) || (known && known.scope !== place.scope)) return refuse('commands/record-missing', { table: 'vaccines' })
    return ok([{ table: 'vaccines', row: { ...content, id: vaccineId, scope: place.scope, version: known?.version ?? 0 } }])
  },
})

const OfBatch = z.object({ vaccineId: VaccineId, lot: z.string().trim().min(1).max(40) })

const theBatch = ({ vaccineId, lot }: z.infer<typeof OfBatch>): readonly RecordRef[] => [{ table: 'vaccines', id: vaccineId }, { table: 'vaccine_batches', id: batchIdOf(vaccineId, lot) }]

/** Takes a batch into the list, as it was scanned or typed. */
export const addBatch = defineCommand({
  name: 'vaccinations.add-batch',
  version: 1,
  input: OfBatch.extend({ expiresOn: z.iso.date() }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: theBatch,
  decide: (state, { vaccineId, lot, expiresOn }, { actor, now }) => {
    const vaccine = state.get('vaccines', vaccineId)
    const id = batchIdOf(vaccineId, lot)
    const known = state.get('vaccine_batches', id)
    if (!vaccine) return refuse('commands/record-missing', { table: 'vaccines' })
    if (known && known.expiresOn !== expiresOn) return refuse('vaccinations/other-expiry', { lot: known.lot, expiresOn: known.expiresOn })
    if (known) return ok([])
    const row: Batch = { id, scope: vaccine.scope, version: 0, vaccineId, lot, expiresOn, blockedReason: null, blockedAt: null, addedAt: now, addedByName: actor.name }
    return ok([{ table: 'vaccine_batches', row }])
  },
})

/** Blocks a batch, so that nobody is given it any more, or lets it be used again. */
export const blockBatch = defineCommand({
  name: 'vaccinations.block-batch',
  version: 1,
  input: OfBatch.extend({ reason: z.string().max(500).nullable() }),
  offline: 'queue',
  roles: PLANNERS,
  onlyIfUnchanged: false,
  reads: theBatch,
  decide: (state, { vaccineId, lot, reason }, { now }) => {
    const batch = state.get('vaccine_batches', batchIdOf(vaccineId, lot))
    if (!batch) return refuse('vaccinations/unknown-batch', { lot })
    if (reason !== null && reason.trim() === '') return refuse('vaccinations/reason-missing')
    return ok([{ table: 'vaccine_batches', row: { ...batch, blockedReason: reason?.trim() ?? null, blockedAt: reason === null ? null : (batch.blockedAt ?? now) } }])
  },
})

export const catalogueCommands = [setVaccine, addBatch, blockBatch] as const
