import { sql, type Kysely } from 'kysely'
import { contentHash } from '../../shared/canonical.ts'
import { deletableFrom, endedAt } from '../../shared/domains/applications/retention.ts'
import type { Retention } from '../../shared/domains/applications/service-tables.ts'
import { germanDay, plusCalendarDays, plusMonths, startOfGermanDay } from '../../shared/german-days.ts'
import type { ApplicationId, ServiceId, TownId } from '../../shared/ids.ts'
import type { Bilingual } from '../../shared/json.ts'
import type { Instant } from '../../shared/time.ts'
import type { DeletableCase, DeletableService, DeletionPreview } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'
import { dueRuns, type DueRun } from './deletable-notices.ts'

/** Cases shown one by one; the others are counted. */
const MOST_SHOWN = 500
/** Months differ in length: the date in SQL is a little too late, and the rule decides. */
const SLACK_DAYS = 4

interface EndedCase {
  readonly id: ApplicationId
  readonly reference: string
  readonly service_id: ServiceId
  readonly status: 'decided' | 'closed'
  readonly decided_at: Instant | null
  readonly closed_at: Instant | null
}

interface KeptService {
  readonly id: ServiceId
  readonly title: Bilingual
  readonly retention: Retention | null
}

/** What may be deleted now by the rules of the services and of the kinds of notices, with the fingerprint of exactly that. */
export async function deletablePreview(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<DeletionPreview> {
  const { services, items, rules, withObjections } = await everythingDue(db, townId, now)
  return {
    asOf: now,
    fingerprint: fingerprintOf(items),
    total: items.length,
    services: rules,
    cases: items.slice(0, MOST_SHOWN),
    withoutRule: await countWithoutRule(db, townId, services.filter(({ retention }) => retention === null)),
    withObjections,
  }
}

/** The same whole, for a deletion that is about to begin: cases first, then runs of notices. */
export async function deletableItems(db: Kysely<Schema>, townId: TownId, now: Instant) {
  const { items, rules } = await everythingDue(db, townId, now)
  return { ids: items.map(({ id }) => id), fingerprint: fingerprintOf(items), services: rules }
}

async function everythingDue(db: Kysely<Schema>, townId: TownId, now: Instant) {
  const services = await keptServices(db, townId)
  const cases = await casesOf(db, townId, services, now)
  const { deletable, withObjections } = await dueRuns(db, townId, now)
  const runs = deletable.map(({ id, title, kindId, createdAt, from }): DeletableCase => ({ id, reference: title, serviceId: kindId, endedAt: createdAt, from }))
  return { services, items: [...cases, ...runs], rules: [...countByService(services, cases), ...countByKind(deletable)], withObjections }
}

/** As reports tell it, in the language of the file. */
const BASIS_OF_KINDS = 'Aufbewahrung der Bescheidart, ab dem Ende des Jahres'

const countByKind = (runs: readonly DueRun[]): DeletableService[] =>
  [...new Map(runs.map(run => [run.kindId, run])).values()].map(({ kindId, kindTitle, years }) => ({
    serviceId: kindId, title: { de: kindTitle, en: kindTitle }, months: years * 12, basis: BASIS_OF_KINDS, count: runs.filter(run => run.kindId === kindId).length,
  }))

const keptServices = async (db: Kysely<Schema>, townId: TownId): Promise<readonly KeptService[]> =>
  db.selectFrom('services').select(['id', 'title', 'retention']).where('town_id', '=', townId).orderBy('id').execute()

/** Oldest first. A case on which another one hangs stays until that one goes; a duplicate stays as long as the case it went into is open. */
async function casesOf(db: Kysely<Schema>, townId: TownId, services: readonly KeptService[], now: Instant): Promise<readonly DeletableCase[]> {
  const found: DeletableCase[] = []
  for (const service of services) found.push(...(await endedCases(db, townId, service, now)))
  return found.toSorted((left, right) => compare(left.endedAt, right.endedAt) || compare(left.id, right.id))
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))

const countByService = (services: readonly KeptService[], cases: readonly DeletableCase[]): DeletableService[] =>
  services.flatMap(({ id, title, retention }) => {
    const count = cases.filter(({ serviceId }) => serviceId === id).length
    return retention && count > 0 ? [{ serviceId: id, title, ...retention, count }] : []
  })

const fingerprintOf = (cases: readonly DeletableCase[]): string => contentHash(cases.map(({ id }) => id))

async function endedCases(db: Kysely<Schema>, townId: TownId, { id: serviceId, retention }: KeptService, now: Instant): Promise<readonly DeletableCase[]> {
  if (!retention) return []
  const today = germanDay(now)
  const before = startOfGermanDay(plusCalendarDays(plusMonths(today, -retention.months), SLACK_DAYS))
  const { rows } = await sql<EndedCase>`
    select id, reference, service_id, status, decided_at, closed_at from applications as a
    where town_id = ${townId} and service_id = ${serviceId} and status in ('decided', 'closed') and coalesce(closed_at, decided_at) < ${before}
      and not exists (select from applications as part where part.town_id = a.town_id and part.parent_id = a.id)
      and not exists (select from applications as duplicate where duplicate.town_id = a.town_id and duplicate.merged_into = a.id)
      and not exists (select from applications as kept where kept.town_id = a.town_id and kept.id = a.merged_into and kept.status not in ('decided', 'closed'))`.execute(db)
  return rows.flatMap(({ id, reference, status, decided_at: decidedAt, closed_at: closedAt }) => {
    const ended = { status, decidedAt, closedAt }
    const from = deletableFrom(ended, retention)
    const at = endedAt(ended)
    return from && at && from <= today ? [{ id, reference, serviceId, endedAt: at, from }] : []
  })
}

async function countWithoutRule(db: Kysely<Schema>, townId: TownId, services: readonly KeptService[]): Promise<DeletionPreview['withoutRule']> {
  if (services.length === 0) return []
  const rows = await db
    .selectFrom('applications').select(['service_id', db.fn.countAll<number>().as('count')])
    .where('town_id', '=', townId).where('status', 'in', ['decided', 'closed']).where('service_id', 'in', services.map(({ id }) => id))
    .groupBy('service_id').execute()
  const counts = new Map(rows.map(({ service_id, count }) => [service_id, count]))
  return services.flatMap(({ id, title }) => {
    const count = counts.get(id) ?? 0
    return count > 0 ? [{ serviceId: id, title, count }] : []
  })
}
