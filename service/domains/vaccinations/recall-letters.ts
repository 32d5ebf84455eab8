import { sql } from 'kysely'
import { writtenDay } from '../../../shared/domains/letters/letter-for.ts'
import { hasAddress, recallLetter } from '../../../shared/domains/vaccinations/recall-letter.ts'
import type { Department } from '../../../shared/domains/staff/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { departmentOf } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import { MOST_RECALL_LETTERS, type RecallLetters, type RecallLettersQuery } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { noteReading } from './health-access.ts'
import { concerned, recallOpenTo } from './recall-persons.ts'

interface Parts {
  readonly database: Database
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** Letters to persons of a recall in one file, for the team of the scope; noted like every reading. */
export async function recallLetters({ database, typesetter }: Parts, access: Access, { recallId, vaccinationIds }: RecallLettersQuery, now: Instant): Promise<Result<RecallLetters>> {
  const { db } = database
  const { townId, name } = access.actor
  const recall = await recallOpenTo(db, access, recallId)
  if (!recall) return refuse('commands/record-missing', { table: 'vaccination_recalls' })
  if (!typesetter) return refuse('letters/no-typesetter')
  await noteReading(database, access, { kind: 'recalled', purpose: recall.reason.slice(0, 300), about: recall.id, scope: recall.scope }, now)
  const found = await concerned(db, townId, recall, sql<boolean>`v.id = any(${[...vaccinationIds]}::text[])`, MOST_RECALL_LETTERS)
  // In the order in which they were asked for: so the envelopes lie beside the list.
  const persons = vaccinationIds.flatMap(id => found.find(one => one.vaccinationId === id && hasAddress(one.person)) ?? [])
  const department = departmentOf(recall.scope) ?? ''
  const { letterhead = null } = ((await loadRecords(db, townId, [{ table: 'departments', id: department }], false)).get(`departments/${department}`) as Department | undefined) ?? {}
  const [letter, ...others] = persons.map(one => recallLetter({ recall, one, letterhead, clerkName: name }))
  if (!letter) return refuse('vaccinations/no-address')
  const set = await typesetter.typeset({ letter, others, date: writtenDay(germanDay(now)), verification: null, isDraft: false })
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64'), vaccinationIds: persons.map(({ vaccinationId }) => vaccinationId) }) : set
}
