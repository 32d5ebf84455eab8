import * as z from 'zod'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { VaccinationId, VisitId, type VaccineId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { departmentOf } from '../../scope.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import { batchIdOf } from './catalogue-commands.ts'
import { DoseDraft, missingFrom } from './documentation.ts'
import { TEAM } from './roles.ts'
import { objectionsTo } from './objections.ts'
import { QuestionId } from './questionnaire.ts'
import { concernedBy, rulesFor } from './rules.ts'
import { isDoseAllowed } from './stage.ts'
import { Visit, type Batch, type Vaccination, type VaccinationSession, type Vaccine } from './tables.ts'

const MINUTE_MS = 60_000

const Input = z.object({
  visitId: VisitId,
  draft: DoseDraft,
  /** The earlier doses and the red flags that the station knew of when it gave this one; what comes to light later speaks against nothing that is done. */
  history: Visit.shape.history,
  flags: z.array(QuestionId),
})

function records({ visitId, draft, history }: z.infer<typeof Input>, state: State): readonly RecordRef[] {
  const visit = state.get('vaccination_visits', visitId)
  const vaccine = draft.vaccineId ? state.get('vaccines', draft.vaccineId) : undefined
  return [
    { table: 'vaccination_visits', id: visitId },
    ...(visit ? [{ table: 'vaccination_sessions', id: visit.sessionId } as const] : []),
    ...(draft.vaccineId ? [{ table: 'vaccines', id: draft.vaccineId } as const, { table: 'vaccine_batches', id: batchIdOf(draft.vaccineId, draft.lot) } as const] : []),
    ...(visit && vaccine ? rulesFor(visit.scope, concernedBy(vaccine, history)) : []),
  ]
}

/**
 * Completes the documentation of a dose. All that § 22 IfSG wants has to be there, and what speaks against the dose has to
 * be answered. A visit that another desk has documented meanwhile, or whose person it has seen leave, is documented all the
 * same: a dose that was given is written down, the service shows two of them side by side, and neither is lost.
 */
export const documentDose = defineCommand({
  name: 'vaccinations.document',
  version: 1,
  input: Input,
  offline: 'queue',
  roles: TEAM,
  onlyIfUnchanged: false,
  reads: records,
  decide: (state, { visitId, draft, history, flags }, moment) => {
    const visit = state.get('vaccination_visits', visitId)
    const session = visit && state.get('vaccination_sessions', visit.sessionId)
    if (!visit || !session) return refuse('commands/record-missing', { table: 'vaccination_visits' })
    const vaccine = productIn(state, visit.scope, draft.vaccineId)
    const missing = missingFrom({ visit, session, vaccine, draft, flags })
    if (missing.length > 0 || !vaccine || !visit.vaccineeId || !draft.site) return refuse('vaccinations/incomplete', { missing: missing.join(' ') })
    const at = givenAt(session, moment)
    const batch = usableBatch(state, vaccine, draft, at)
    if (!batch.ok) return batch
    const doses = dosesAgainst(vaccine, draft)
    const objections = objectionsTo(state, { visit: { ...visit, history }, vaccine, doses, day: germanDay(at) })
    if (objections.length > 0 && !isAnswered(draft, visit)) return refuse('vaccinations/against-rules', { codes: objections.map(({ code }) => code).join(' ') })
    return ok(documented({ visit: { ...visit, vaccineeId: visit.vaccineeId }, session, vaccine, batch: batch.value, draft: { ...draft, doses, site: draft.site }, at }, moment))
  },
})

/**
 * When the dose was given. A desk without a connection is heard hours later: on the day of the session its word on the time
 * is taken, at any other the moment itself counts.
 */
const givenAt = ({ day }: Pick<VaccinationSession, 'day'>, { now, recordedAt }: Pick<Moment, 'now' | 'recordedAt'>): Instant =>
  (recordedAt <= now && germanDay(recordedAt) === day ? recordedAt : now)

/** What speaks against a dose is answered by a physician's word on the dose itself, not on a red flag alone, and a reason. */
const isAnswered = ({ againstRule }: DoseDraft, visit: Visit): boolean => isDoseAllowed(visit) && (againstRule ?? '').trim() !== ''

/** A product of the catalogue of this department. */
export function productIn(state: State, scope: string, id: VaccineId | null): Vaccine | undefined {
  const vaccine = id ? state.get('vaccines', id) : undefined
  return vaccine && departmentOf(vaccine.scope) === departmentOf(scope) ? vaccine : undefined
}

/** Which dose it is against each disease of the product, and against no other. */
export const dosesAgainst = ({ diseases }: Pick<Vaccine, 'diseases'>, { doses }: Pick<DoseDraft, 'doses'>): DoseDraft['doses'] =>
  diseases.flatMap(({ code }) => doses.find(dose => dose.code === code) ?? [])

/** A batch that is known, and at this moment was good and not blocked yet. */
export function usableBatch(state: State, vaccine: Vaccine, { lot, expiresOn }: Pick<DoseDraft, 'lot' | 'expiresOn'>, at: Instant): Result<Batch> {
  const batch = state.get('vaccine_batches', batchIdOf(vaccine.id, lot))
  if (!batch) return refuse('vaccinations/unknown-batch', { lot })
  if (batch.expiresOn !== expiresOn) return refuse('vaccinations/other-expiry', { lot: batch.lot, expiresOn: batch.expiresOn })
  if (batch.expiresOn < germanDay(at)) return refuse('vaccinations/expired', { lot: batch.lot, expiresOn: batch.expiresOn })
  return batch.blockedReason !== null && (batch.blockedAt ?? at) <= at ? refuse('vaccinations/blocked-batch', { lot: batch.lot, reason: batch.blockedReason }) : ok(batch)
}

interface Parts {
  readonly visit: Visit & { readonly vaccineeId: NonNullable<Visit['vaccineeId']> }
  readonly session: VaccinationSession
  readonly vaccine: Vaccine
  readonly batch: Batch
  readonly draft: DoseDraft & { readonly site: Vaccination['site'] }
  readonly at: Instant
}

function documented({ visit, session, vaccine, batch, draft, at }: Parts, { newId }: Moment): readonly Change[] {
  const vaccination: Vaccination = {
    id: VaccinationId.parse(newId('vaccination')), scope: visit.scope, version: 0, sessionId: session.id, visitId: visit.id, vaccineeId: visit.vaccineeId, person: visit.person,
    day: germanDay(at), at, vaccineId: vaccine.id, vaccineName: vaccine.name, manufacturer: vaccine.manufacturer, lot: batch.lot, expiresOn: batch.expiresOn,
    diseases: vaccine.diseases, doses: draft.doses, site: draft.site, responsible: session.responsible, vaccinatorName: draft.vaccinatorName.trim(),
    againstRule: draft.againstRule?.trim() || null, nextDoses: draft.nextDoses, confirmation: { kind: 'awaited' }, number: '', documentedAt: at, seal: '', replacesId: null, replacedById: null,
    reason: null, isVoid: false, twinId: null,
  }
  const isFirst = visit.vaccinationId === null
  const watched = { vaccinationId: vaccination.id, vaccinatedAt: at, observeUntil: instantFromMs(msOf(at) + vaccine.observeMinutes * MINUTE_MS) }
  return [{ table: 'vaccinations', row: vaccination }, ...(isFirst ? [{ table: 'vaccination_visits', row: { ...visit, ...watched } } as const] : [])]
}
