import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../german-days.ts'
import { ApplicationId, formIdOf, PersonId, ServiceId } from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Instant } from '../../time.ts'
import { captureEvent } from './authors.ts'
import { problemsForStaff } from './form-problems.ts'
import { historyLine } from './history.ts'
import { newCase } from './new-case.ts'
import { put } from './on-application.ts'
import { factsOfProblems } from './problem-texts.ts'
import { PROVISIONAL_REFERENCE, provisionalNumber } from './provisional.ts'
import { CASE_WORKERS } from './rules.ts'
import type { Form, TownService } from './service-tables.ts'
import { onReceipt } from './work-steps.ts'

/** The ways by which staff take an application down for somebody. */
export const CAPTURED_CHANNELS = ['paper', 'telephone'] as const

/** A paper may have lain so long in a letter box or a tray; an older day is more likely a slip of the pen. */
export const OLDEST_RECEIPT_DAYS = 60

export const Capture = z.object({
  /** Made with the draft, so that sending it twice never makes two cases. */
  applicationId: ApplicationId,
  serviceId: ServiceId,
  formVersion: z.int().min(1),
  channel: z.enum(CAPTURED_CHANNELS),
  /** The day of the stamp or of the call. */
  receivedOn: z.iso.date(),
  form: JsonObject,
})
export type Capture = z.infer<typeof Capture>

/** Takes an application on paper or by telephone down on a citizen's behalf (aufnehmen). */
export const capture = defineCommand({
  name: 'applications.capture',
  version: 1,
  input: Capture,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: ({ serviceId, formVersion, applicationId }): readonly RecordRef[] => [
    { table: 'services', id: serviceId },
    { table: 'forms', id: formIdOf(serviceId, formVersion) },
    { table: 'applications', id: applicationId },
  ],
  decide: (state, input, moment) => {
    const offer = offerFor(state, input, moment)
    if (!offer.ok) return offer
    // Where the service's own row has come already, this desk has nothing to add to it.
    if (state.get('applications', input.applicationId)) return refuse('applications/captured-before')
    const receivedAt = receiptOn(input.receivedOn, moment.now)
    if (!receivedAt.ok) return receivedAt
    const problems = problemsForStaff(offer.value.form, input.form)
    if (problems.length > 0) return refuse('intake/invalid-form', factsOfProblems(offer.value.form, problems))
    return ok(begun(offer.value, input, receivedAt.value, moment))
  },
})

interface Offer {
  readonly service: TownService
  readonly form: Form
}

/** The service with its newest form, where the actor works on cases of its department. */
function offerFor(state: State, { serviceId, formVersion }: Capture, { actor }: Moment): Result<Offer> {
  const service = state.get('services', serviceId)
  if (!service) return refuse('commands/record-missing', { table: 'services' })
  if (grantsFor(actor, CASE_WORKERS, service.departmentId).length === 0) return refuse('commands/not-allowed')
  if (!service.active) return refuse('applications/service-withdrawn', { service: service.title.de })
  const form = state.get('forms', formIdOf(serviceId, formVersion))
  if (!form || formVersion !== service.formVersion) return refuse('intake/wrong-form-version', { sent: formVersion, current: service.formVersion })
  return ok({ service, form })
}

/** The moment of receipt; of an earlier day nothing but the day is known, and periods count by days. */
export function receiptOn(day: string, now: Instant): Result<Instant> {
  const today = germanDay(now)
  const earliest = plusCalendarDays(today, -OLDEST_RECEIPT_DAYS)
  if (day > today) return refuse('applications/receipt-in-future', { today })
  if (day < earliest) return refuse('applications/receipt-too-old', { earliest })
  return ok(day === today ? now : startOfGermanDay(day))
}

function begun({ service, form }: Offer, input: Capture, receivedAt: Instant, moment: Moment): readonly Change[] {
  const arrived = newCase({
    id: input.applicationId,
    number: provisionalNumber(moment.commandId),
    reference: PROVISIONAL_REFERENCE,
    personId: PersonId.parse(moment.newId('person')),
    service,
    form,
    values: input.form,
    channel: input.channel,
    receivedAt,
    attachmentCount: 0,
  })
  const { application, changes } = onReceipt(service, arrived, moment.now)
  const line = historyLine(application, 'captured', null, moment)
  return [put(application), { ...line, row: { ...line.row, id: captureEvent(application.id) } }, ...changes]
}
