import type { CaseLine, Colleague, MergedCase, Surroundings } from '../../../../shared/contract/around.ts'
import { duplicateScore } from '../../../../shared/domains/applications/duplicate.ts'
import { isEnded } from '../../../../shared/domains/applications/rules.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'
import { worksIn } from '../../../../shared/domains/staff/rights.ts'
import type { ApplicationId, DepartmentId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { fromColumns } from '../../cache/columns.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

const MOST_LOOKED_AT = 100
const MOST_SHOWN = 8
const MOST_DUPLICATES = 3

/** What stands around a case: what it is linked to, the person's other cases, likely duplicates, who works on its kind. */
export function around(db: Database, id: ApplicationId): Result<Surroundings> {
  const application = getEffective(db, 'applications', id)
  if (!application) return refuse('applications/not-found')
  const parts = newestWhere(db, 'parent_id', id)
  const merged = newestWhere(db, 'merged_into', id)
  const ofPerson = newestWhere(db, 'person_id', application.personId)
  const shown = new Set([id, application.parentId, application.mergedInto, ...[...parts, ...merged].map(other => other.id)])
  const others = ofPerson.filter(other => !shown.has(other.id)).toSorted(openFirst)
  return ok({
    parent: lineById(db, application.parentId),
    parts: parts.map(lineOf),
    keptIn: lineById(db, application.mergedInto),
    merged: merged.map(other => mergedCase(db, other)),
    samePerson: others.slice(0, MOST_SHOWN).map(lineOf),
    more: Math.max(0, others.length - MOST_SHOWN),
    duplicates: duplicatesOf(db, application, ofPerson),
    colleagues: [...colleaguesIn(db, application.departmentId)],
  })
}

const openFirst = (one: Application, other: Application): number =>
  Number(isEnded(one)) - Number(isEnded(other)) || other.receivedAt.localeCompare(one.receivedAt)

const lineOf = ({ id, reference, subject, applicantName, serviceId, status, outcome, receivedAt, parentId }: Application): CaseLine =>
  ({ id, reference, subject, applicantName, serviceId, status, outcome, receivedAt, parentId })

function lineById(db: Database, id: ApplicationId | null): CaseLine | null {
  const row = id === null ? undefined : getEffective(db, 'applications', id)
  return row ? lineOf(row) : null
}

const mergedCase = (db: Database, other: Application): MergedCase => ({
  line: lineOf(other),
  attachments: [...effectiveWhere(db, 'attachments', 'application_id', other.id)],
  messages: [...effectiveWhere(db, 'messages', 'application_id', other.id)],
})

/** By the same person, or under the same name; a case that is finished is no trouble any more. */
function duplicatesOf(db: Database, application: Application, ofPerson: readonly Application[]): Surroundings['duplicates'] {
  if (isEnded(application)) return []
  const candidates = new Map([...ofPerson, ...newestWhere(db, 'applicant_sort', sortKey(application.applicantName))].map(other => [other.id, other]))
  return [...candidates.values()]
    .flatMap(other => {
      const found = duplicateScore(application, other)
      return found ? [{ line: lineOf(other), ...found }] : []
    })
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_DUPLICATES)
}

/** The newest cases with a value in an indexed column, own pending changes included; never more than can be looked at. */
function newestWhere(db: Database, column: 'person_id' | 'parent_id' | 'merged_into' | 'applicant_sort', value: string): readonly Application[] {
  const rows = statement(db, `
    SELECT * FROM (SELECT * FROM applications WHERE ${column} = @value AND id NOT IN (SELECT id FROM applications_overlay) ORDER BY number DESC LIMIT @limit)
    UNION ALL SELECT * FROM applications_overlay WHERE ${column} = @value
  `).all({ value, limit: MOST_LOOKED_AT }) as Record<string, unknown>[]
  return rows.map(row => fromColumns('applications', row) as Application)
}

function colleaguesIn(db: Database, departmentId: DepartmentId): readonly Colleague[] {
  const people = new Map(effectiveAll(db, 'staff').filter(account => worksIn(account, departmentId)).map(account => [account.personId, account]))
  return [...people.values()]
    .map(({ id, personId, name, grants }) => ({
      accountId: id, personId, name,
      isLead: grants.some(grant => grant.role === 'lead' && (grant.departmentId === null || grant.departmentId === departmentId)),
    }))
    .toSorted((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1))
}
