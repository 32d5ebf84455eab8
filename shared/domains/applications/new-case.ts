import type { ApplicationId, PersonId } from '../../ids.ts'
import type { JsonObject } from '../../json.ts'
import { departmentScope } from '../../scope.ts'
import type { Instant } from '../../time.ts'
import { dueAfter } from './deadline.ts'
import { describe } from './described.ts'
import type { Form, TownService } from './service-tables.ts'
import type { Application } from './tables.ts'

/** What nobody has done yet with a case that has just come in. */
export const UNTOUCHED = {
  status: 'received',
  outcome: null,
  assigneeId: null,
  assigneeName: null,
  suspendedAt: null,
  heldDueAt: null,
  extendedAt: null,
  decidedAt: null,
  decisionId: null,
  closedAt: null,
  followUpAt: null,
  followUpOnAnswer: false,
  followUpNote: null,
  tags: [],
  parentId: null,
  mergedInto: null,
  unreadMessages: 0,
} as const satisfies Partial<Application>

/** What is known of an application when it comes in, by whatever way. */
export interface Arrived {
  readonly id: ApplicationId
  readonly number: number
  readonly reference: string
  readonly personId: PersonId
  readonly service: TownService
  readonly form: Form
  /** As the form's schema wants them. */
  readonly values: JsonObject
  readonly channel: Application['channel']
  readonly receivedAt: Instant
  readonly attachmentCount: number
}

/** The case as it begins, before the service's automatic steps. */
export function newCase({ service, form, values, ...arrived }: Arrived): Application {
  const { applicantName, locality, subject, searchText } = describe(form, service, values)
  return {
    ...arrived,
    scope: departmentScope(service.departmentId),
    version: 0,
    serviceId: service.id,
    formId: form.id,
    departmentId: service.departmentId,
    applicantName,
    locality,
    subject,
    ...UNTOUCHED,
    dueAt: dueAfter(service.deadline, arrived.receivedAt),
    form: values,
    searchText,
  }
}
