import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { derivedUuid, RecallId, SideEffectId, VaccinationId, VaccineId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { Instant, instantFromMs, msOf } from '../../time.ts'
import { batchIdOf } from './catalogue-commands.ts'
import { PLANNERS, TEAM } from './roles.ts'
import { RecallContact, type SideEffect } from './tables.ts'

/** Opens a recall and blocks the batch at once. */
export const openRecall = defineCommand({
  name: 'vaccinations.open-recall',
  version: 1,
  input: z.object({ vaccineId: VaccineId, lot: z.string().trim().min(1).max(40), reason: z.string().max(1_000) }),
  offline: 'online-only',
  roles: PLANNERS,
  onlyIfUnchanged: false,
  reads: ({ vaccineId, lot }) => [{ table: 'vaccines', id: vaccineId }, { table: 'vaccine_batches', id: batchIdOf(vaccineId, lot) }],
  decide: (state, { vaccineId, lot, reason }, { actor, now, newId }) => {
    const vaccine = state.get('vaccines', vaccineId)
    const batch = state.get('vaccine_batches', batchIdOf(vaccineId, lot))
    if (!vaccine || !batch) return refuse('vaccinations/unknown-batch', { lot })
    if (reason.trim() === '') return refuse('vaccinations/reason-missing')
    const row = {
      id: RecallId.parse(newId('recall')), scope: vaccine.scope, version: 0, vaccineId, vaccineName: vaccine.name, lot: batch.lot, reason: reason.trim(), openedAt: now, openedByName: actor.name,
      closedAt: null, closedByName: null,
    }
    return ok([{ table: 'vaccination_recalls', row }, { table: 'vaccine_batches', row: { ...batch, blockedReason: batch.blockedReason ?? row.reason, blockedAt: batch.blockedAt ?? now } }])
  },
})

/** Notes how far somebody of a recall has been told. */
export const noteContact = defineCommand({
  name: 'vaccinations.note-contact',
  version: 1,
  input: z.object({ recallId: RecallId, vaccinationId: VaccinationId, state: RecallContact.shape.state, note: z.string().max(500) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: ({ recallId, vaccinationId }) => [{ table: 'vaccination_recalls', id: recallId }, { table: 'recall_contacts', id: contactIdOf(recallId, vaccinationId) }],
  decide: (state, { recallId, vaccinationId, state: reached, note }, { actor, now }) => {
    const recall = state.get('vaccination_recalls', recallId)
    if (!recall) return refuse('commands/record-missing', { table: 'vaccination_recalls' })
    if (recall.closedAt !== null) return refuse('vaccinations/recall-closed')
    const id = contactIdOf(recallId, vaccinationId)
    const version = state.get('recall_contacts', id)?.version ?? 0
    return ok([{ table: 'recall_contacts', row: { id, scope: recall.scope, version, recallId, vaccinationId, state: reached, note: note.trim(), at: now, byName: actor.name } }])
  },
})

export const contactIdOf = (recallId: RecallId, vaccinationId: VaccinationId): string => derivedUuid(recallId, `contact/${vaccinationId}`)

/** Everybody has been told, as far as they could be found. */
export const closeRecall = defineCommand({
  name: 'vaccinations.close-recall',
  version: 1,
  input: z.object({ recallId: RecallId }),
  offline: 'queue',
  roles: PLANNERS,
  onlyIfUnchanged: true,
  reads: ({ recallId }) => [{ table: 'vaccination_recalls', id: recallId }],
  decide: (state, { recallId }, { actor, now }) => {
    const recall = state.get('vaccination_recalls', recallId)
    if (!recall || recall.closedAt !== null) return refuse('vaccinations/recall-closed')
    return ok([{ table: 'vaccination_recalls', row: { ...recall, closedAt: now, closedByName: actor.name } }])
  },
})

/** From the suspicion on so much time is left to report it (§ 9 Abs. 3 IfSG). */
export const REPORT_WITHIN_MS = 24 * 3_600_000

/** Writes down a suspicion of harm beyond the usual reaction. */
export const suspect = defineCommand({
  name: 'vaccinations.suspect',
  version: 1,
  input: z.object({ vaccinationId: VaccinationId, description: z.string().max(4_000), onsetAt: Instant }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: ({ vaccinationId }) => [{ table: 'vaccinations', id: vaccinationId }],
  decide: (state, { vaccinationId, description, onsetAt }, { now, newId }) => {
    const record = state.get('vaccinations', vaccinationId)
    if (!record) return refuse('commands/record-missing', { table: 'vaccinations' })
    if (description.trim() === '') return refuse('vaccinations/reason-missing')
    if (onsetAt > now || onsetAt < record.at) return refuse('vaccinations/wrong-onset')
    const row: SideEffect = {
      id: SideEffectId.parse(newId('side-effect')), scope: record.scope, version: 0, vaccinationId, description: description.trim(), onsetAt, suspectedAt: now,
      dueAt: instantFromMs(msOf(now) + REPORT_WITHIN_MS), reportedAt: null, reportedByName: null, reportedTo: '',
    }
    return ok([{ table: 'side_effects', row }])
  },
})

/** Notes that the report has gone to the health authority. */
export const noteReported = defineCommand({
  name: 'vaccinations.note-reported',
  version: 1,
  input: z.object({ sideEffectId: SideEffectId, reportedTo: z.string().trim().min(1).max(200) }),
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: true,
  reads: ({ sideEffectId }) => [{ table: 'side_effects', id: sideEffectId }],
  decide: (state, { sideEffectId, reportedTo }, { actor, now }) => {
    const report = state.get('side_effects', sideEffectId)
    if (!report) return refuse('commands/record-missing', { table: 'side_effects' })
    // By the first one it is told whether the 24 hours were kept.
    if (report.reportedAt !== null) return ok([])
    return ok([{ table: 'side_effects', row: { ...report, reportedAt: now, reportedByName: actor.name, reportedTo } }])
  },
})

export const recallCommands = [openRecall, noteContact, closeRecall, suspect, noteReported] as const
