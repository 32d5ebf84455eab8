import { contentHash } from '../../canonical.ts'
import { ApplicationId, DecisionId, DepartmentId, FormId, PersonId, ServiceId } from '../../ids.ts'
import { departmentScope } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import { UNTOUCHED } from './new-case.ts'
import type { Proposed } from './proposal.ts'
import type { Form, TownService } from './service-tables.ts'
import type { Application, Decision } from './tables.ts'

const RECEIVED_AT = instantFromMs(Date.UTC(2026, 10, 2, 8, 15))
const DEPARTMENT = DepartmentId.parse('ordnung')

/** A valid application, received and claimed by nobody. */
export function anApplication(overrides: Partial<Application> = {}): Application {
  return {
    id: ApplicationId.parse('0192a000-0000-7000-8000-000000000001'),
    scope: departmentScope(DEPARTMENT),
    version: 1,
    number: 4711,
    reference: 'TGH-2026-004711',
    serviceId: ServiceId.parse('dog-registration'),
    formId: FormId.parse('dog-registration@1'),
    departmentId: DEPARTMENT,
    personId: PersonId.parse('0192a000-0000-7000-8000-0000000000c1'),
    applicantName: 'Änne Großkopf',
    locality: 'Lüderitz',
    subject: 'Hundeanmeldung: Bello',
    ...UNTOUCHED,
    channel: 'portal',
    receivedAt: RECEIVED_AT,
    dueAt: null,
    attachmentCount: 0,
    form: { lastName: 'Großkopf', dogName: 'Bello' },
    searchText: 'Großkopf Bello',
    ...overrides,
  }
}

/** A valid proposal for `anApplication`, to be released by four eyes. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  const author = PersonId.parse('0192a000-0000-7000-8000-0000000000a1')
  return {
    id: DecisionId.parse('0192a000-0000-7000-8000-0000000000d1'),
    scope: departmentScope(DEPARTMENT),
    version: 1,
    applicationId: ApplicationId.parse('0192a000-0000-7000-8000-000000000001'),
    outcome: 'granted',
    reason: '',
    conditions: '',
    amountCents: null,
    feeCents: null,
    letter: null,
    contentHash: contentHash('proposal'),
    releaseMode: 'four-eyes',
    state: 'proposed',
    authors: [author],
    proposedBy: author,
    proposedByName: 'Katrin Sommer',
    proposedAt: RECEIVED_AT,
    settledBy: null,
    settledByName: null,
    settledFor: null,
    settledForName: null,
    settledAt: null,
    settleReason: null,
    ...overrides,
  }
}

/** What is proposed beside the case: an outcome with nothing more to it. */
export const aProposed = (overrides: Partial<Proposed> = {}): Proposed =>
  ({ outcome: 'granted', reason: '', conditions: '', amountCents: null, feeCents: null, letter: null, ...overrides })

export function aTownService(overrides: Partial<TownService> = {}): TownService {
  return {
    id: ServiceId.parse('dog-registration'),
    scope: 'town',
    version: 1,
    title: { de: 'Hundeanmeldung', en: 'Dog registration' },
    description: null,
    departmentId: DEPARTMENT,
    formVersion: 1,
    releaseMode: 'four-eyes',
    singleUpToCents: null,
    legalBasis: 'Hundesteuersatzung',
    deadline: { basis: 'own-target', amount: 14, unit: 'days' },
    steps: [],
    automatic: [],
    documents: [],
    fees: [],
    contact: null,
    retention: null,
    active: true,
    ...overrides,
  }
}

export function aForm(overrides: Partial<Form> = {}): Form {
  return {
    id: FormId.parse('dog-registration@1'),
    scope: 'town',
    version: 1,
    serviceId: ServiceId.parse('dog-registration'),
    formVersion: 1,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['lastName', 'dogName'],
      properties: { lastName: { type: 'string', maxLength: 80 }, dogName: { type: 'string', maxLength: 40 } },
    },
    sections: [
      {
        title: { de: 'Halter und Hund', en: 'Owner and dog' },
        fields: [
          { key: 'lastName', label: { de: 'Nachname', en: 'Last name' }, help: null },
          { key: 'dogName', label: { de: 'Rufname des Hundes', en: 'Name of the dog' }, help: null },
        ],
      },
    ],
    valueLabels: {},
    nameKeys: ['lastName'],
    localityKey: null,
    emailKey: null,
    sortable: [],
    ...overrides,
  }
}
