import type { CaseLine, Surroundings } from '../../shared/contract/around.ts'
import { duplicateScore } from '../../shared/domains/applications/duplicate.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { AccountId, derivedUuid } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { STAFF, type DemoRows } from './demo-data.ts'

/** What stands around a case of the demo, the plain way: look at all. */
export function demoAround({ applications, attachments, messages }: DemoRows, id: string): Result<Surroundings> {
  const application = applications.get(id)
  if (!application) return refuse('applications/not-found')
  const all = [...applications.values()]
  const line = (wanted: string | null): CaseLine | null => {
    const found = wanted === null ? undefined : applications.get(wanted)
    return found ? lineOf(found) : null
  }
  const of = <Row extends { readonly applicationId: string }>(rows: ReadonlyMap<string, Row>, owner: string): Row[] =>
    [...rows.values()].filter(row => row.applicationId === owner)
  return ok({
    parent: line(application.parentId),
    parts: all.filter(({ parentId }) => parentId === id).map(lineOf),
    keptIn: line(application.mergedInto),
    merged: all.filter(({ mergedInto }) => mergedInto === id).map(other => ({ line: lineOf(other), attachments: of(attachments, other.id), messages: of(messages, other.id) })),
    samePerson: [],
    more: 0,
    duplicates: all.flatMap(other => {
      // Everybody in the demo is the same person.
      const found = other.applicantName === application.applicantName ? duplicateScore(application, other) : null
      return found?.reason === 'same-answers' ? [{ line: lineOf(other), ...found }] : []
    }).slice(0, 3),
    colleagues: STAFF.map(({ personId, name, role }) => ({ accountId: AccountId.parse(derivedUuid(personId, 'account')), personId, name, isLead: role === 'lead' })),
  })
}

const lineOf = ({ id, reference, subject, applicantName, serviceId, status, outcome, receivedAt, parentId }: Application): CaseLine =>
  ({ id, reference, subject, applicantName, serviceId, status, outcome, receivedAt, parentId })
