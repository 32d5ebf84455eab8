import { implement } from '@orpc/server'
import { TEAM } from '../../shared/domains/vaccinations/roles.ts'
import { germanDay } from '../../shared/german-days.ts'
import type { PersonId } from '../../shared/ids.ts'
import { refuse, type Result } from '../../shared/result.ts'
import { isArchiveScope } from '../../shared/scope.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import { peopleContract, type TimelineEntry } from '../../shared/wire/people.ts'
import { assignRecord } from '../domains/people/assign-record.ts'
import { choose } from '../domains/people/choices.ts'
import { findDuplicates } from '../domains/people/find-duplicates.ts'
import { findCitizens } from '../domains/people/find-people.ts'
import { keepApart, mergePeople, undoMerge } from '../domains/people/merge.ts'
import { personFile, personOfRecord } from '../domains/people/person-file.ts'
import { readerOf, visibleGroup, type Reader } from '../domains/people/reader.ts'
import { changeSecrecy } from '../domains/people/secrecies.ts'
import { vaccinationEntries } from '../domains/people/timeline.ts'
import { noteReading, scopesOpenTo } from '../domains/vaccinations/health-access.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import type { Access } from '../store/access.ts'
import type { Database } from '../store/database.ts'

/** The files of citizens. What a reader may see of them is decided in `service/domains/people`; health data is asked for by its own rules. */
export function createPersonRouter({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
  const people = implement(peopleContract).$context<{ readonly access: Access }>()
  const { db } = database
  const now = (): Instant => instantFromMs(clock.nowMs())
  const today = (): string => germanDay(now())
  const reader = (access: Access): Reader => valueOrRefuse(readerOf(access))
  return people.router({
    search: people.search.handler(({ input, context: { access } }) => findCitizens(db, reader(access), input.search, today())),
    file: people.file.handler(async ({ input, context: { access } }) => valueOrRefuse(await personFile(db, reader(access), input, now()))),
    of: people.of.handler(({ input, context: { access } }) => personOfRecord(db, reader(access), input)),
    vaccinations: people.vaccinations.handler(async ({ input, context: { access } }) => valueOrRefuse(await vaccinationsOf(database, reader(access), input, now()))),
    duplicates: people.duplicates.handler(({ context: { access } }) => findDuplicates(db, reader(access), today())),
    merge: people.merge.handler(async ({ input, context: { access } }) => valueOrRefuse(await mergePeople(db, reader(access), input, now()))),
    undo: people.undo.handler(async ({ input, context: { access } }) => valueOrRefuse(await undoMerge(db, reader(access), input, now()))),
    apart: people.apart.handler(async ({ input, context: { access } }) => valueOrRefuse(await keepApart(db, reader(access), input, now()))),
    choose: people.choose.handler(async ({ input, context: { access } }) => valueOrRefuse(await choose(db, reader(access), input, now()))),
    secrecy: people.secrecy.handler(async ({ input, context: { access } }) => valueOrRefuse(await changeSecrecy(db, reader(access), input, now()))),
    assign: people.assign.handler(async ({ input, context: { access } }) => valueOrRefuse(await assignRecord(db, reader(access), input, now()))),
  })
}

/** The purpose is written down before anything is told, in every department of health that lies open to the reader. */
async function vaccinationsOf(database: Database, reader: Reader, { id, purpose }: { readonly id: PersonId; readonly purpose: string }, now: Instant): Promise<Result<{ readonly entries: TimelineEntry[] }>> {
  const scopes = scopesOpenTo(reader.access, TEAM)
  if (scopes.length === 0) return refuse('commands/not-allowed')
  const ids = await visibleGroup(database.db, reader, id)
  if (ids.length === 0) return refuse('request/not-found')
  for (const scope of scopes.filter(one => !isArchiveScope(one))) await noteReading(database, reader.access, { kind: 'searched', purpose, about: null, scope }, now)
  return { ok: true, value: { entries: await vaccinationEntries(database.db, reader, ids, scopes) } }
}
