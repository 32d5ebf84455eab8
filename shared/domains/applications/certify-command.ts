import { defineCommand } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { derivedUuid, EventId, type ApplicationId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Instant } from '../../time.ts'
import type { Letter } from '../letters/letter.ts'
import { historyLine } from './history.ts'
import { heldOrLed, OnApplication } from './on-application.ts'
import { certificateRecords, letterOn, refusalOfLetter } from './proposal.ts'
import { CASE_WORKERS, isEnded } from './rules.ts'
import type { TownService } from './service-tables.ts'
import type { Application } from './tables.ts'
import type { State } from '../../command.ts'

/**
 * Whether approval is deemed given (§ 42a Abs. 1 VwVfG): a law orders it for the service, the period ran out, and nothing
 * was decided before it did. While the citizen owes an answer no period runs.
 */
export function deemedGranted(
  application: Pick<Application, 'status' | 'dueAt' | 'suspendedAt'>,
  { deadline }: Pick<TownService, 'deadline'>,
  now: Instant,
): Result<null> {
  const { dueAt, suspendedAt } = application
  if (deadline?.basis !== 'vwvfg-42a') return refuse('applications/not-deemed-granted', { reason: 'not-ordered' })
  if (isEnded(application)) return refuse('applications/wrong-status', { status: application.status })
  if (suspendedAt !== null || dueAt === null) return refuse('applications/clock-stands')
  return now > dueAt ? ok(null) : refuse('applications/not-deemed-granted', { reason: 'period-runs', due: germanDay(dueAt) })
}

/** One certificate for a case: its line of history has an id that is known without looking. */
const certificateEvent = (applicationId: ApplicationId): EventId => EventId.parse(derivedUuid(applicationId, 'certified'))

/** The certificate as it would be written now. */
export function certificateOn(state: State, application: Application, service: TownService, clerkName: string): Result<Letter> {
  const said = { reason: '', conditions: '', amountCents: null, feeCents: null }
  const written = letterOn(state, { application, service, said, kind: 'certificate', chosen: null, clerkName })
  if (!written.ok) return written
  return written.value ? ok(written.value) : refuse('letters/no-template')
}

/** Certifies that approval is deemed given (Bescheinigung nach § 42a Abs. 3 VwVfG); the citizen gets it as a letter. */
export const certify = defineCommand({
  name: 'applications.certify',
  version: 1,
  input: OnApplication,
  // Whether the period has run out is for the service's clock to say.
  offline: 'tentative',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: (input, state) => [...certificateRecords(input, state), { table: 'application_events', id: certificateEvent(input.applicationId) }],
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    const service = application && state.get('services', application.serviceId)
    if (!application || !service) return refuse('applications/not-found')
    if (state.get('application_events', certificateEvent(application.id))) return refuse('applications/certified-before')
    const deemed = deemedGranted(application, service, moment.now)
    if (!deemed.ok) return deemed
    const held = heldOrLed(application, moment.actor)
    if (!held.ok) return held
    const letter = certificateOn(state, application, service, moment.actor.name)
    if (!letter.ok) return letter
    const refusal = refusalOfLetter(letter.value, moment.now)
    if (refusal) return refusal
    const line = historyLine(application, 'certified', null, moment)
    return ok([{ ...line, row: { ...line.row, id: certificateEvent(application.id) } }])
  },
})
