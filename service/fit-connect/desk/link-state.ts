import type { Kysely, Selectable } from 'kysely'
import type { ServiceId, TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import type { MappingSummary, PortalDestination, PortalLinkState, PortalSubmission } from '../../../shared/wire/portal-link.ts'
import { offeredServices } from '../../intake/catalogue.ts'
import type { Schema } from '../../store/schema.ts'
import type { MappingRow } from '../mapping/mappings.ts'
import type { FitConnectKeysTable } from '../tables.ts'
import type { SubmissionRow } from '../take-in/rows.ts'

/** What nobody takes in goes back by itself so many days after it was sent. */
const KEPT_BY_PORTAL_DAYS = 14
/** So long what is settled is counted and shown. */
const SHOWN_DAYS = 30
const MOST_SHOWN = 200

export interface StateParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly destinations: readonly string[]
  readonly isLinked: boolean
  /** Nobody but an administrator can enter keys at the portal. */
  readonly areKeysByHand: boolean
  readonly now: Instant
}

/** Everything an administrator needs to know of the link. */
export async function linkState(parts: StateParts): Promise<PortalLinkState> {
  const { db, townId, isLinked, areKeysByHand } = parts
  const services = await offeredServices(db, townId)
  return {
    isLinked, areKeysByHand,
    destinations: await Promise.all(parts.destinations.map(id => destinationState(parts, id))),
    accepted: await acceptedSince(parts),
    repliesWaiting: await replies(parts, 'waiting'),
    repliesFailed: await replies(parts, 'failed'),
    submissions: await submissionsOf(parts),
    refusals: await refusalsOf(parts),
    mappings: await mappingsOf(db, townId),
    services: services.map(({ id, title }) => ({ id, title })),
  }
}

async function destinationState({ db, townId }: StateParts, id: string): Promise<PortalDestination> {
  const known = await db.selectFrom('fit_connect_destinations').selectAll().where('town_id', '=', townId).where('destination_id', '=', id).executeTakeFirst()
  const keys = await db.selectFrom('fit_connect_keys').selectAll().where('town_id', '=', townId).where('destination_id', '=', id).orderBy('purpose').orderBy('made_at', 'desc').execute()
  return {
    id, askedAt: known?.asked_at ?? null, answeredAt: known?.answered_at ?? null, problem: (known?.problem ?? null) as PortalDestination['problem'],
    keys: keys.map(key => ({ kid: key.kid, purpose: key.purpose, madeAt: key.made_at, state: keyState(key), open: JSON.stringify(key.public_key) })),
  }
}

function keyState({ purpose, private_key, published_at, in_use_at, replaced_at }: Selectable<FitConnectKeysTable>): PortalDestination['keys'][number]['state'] {
  if (private_key === null) return 'gone'
  if (replaced_at !== null) return 'replaced'
  return (purpose === 'signing' ? published_at : in_use_at) === null ? 'new' : 'in-use'
}

async function acceptedSince({ db, townId, now }: StateParts): Promise<number> {
  const { count } = await db.selectFrom('fit_connect_submissions').select(eb => eb.fn.countAll<number>().as('count')).where('town_id', '=', townId).where('state', '=', 'accepted')
    .where('settled_at', '>=', plusDays(now, -SHOWN_DAYS)).executeTakeFirstOrThrow()
  return count
}

async function replies({ db, townId, now }: StateParts, state: 'waiting' | 'failed'): Promise<number> {
  const all = db.selectFrom('fit_connect_replies').select(eb => eb.fn.countAll<number>().as('count')).where('town_id', '=', townId).where('state', '=', state)
  return (await (state === 'waiting' ? all : all.where('created_at', '>=', plusDays(now, -SHOWN_DAYS))).executeTakeFirstOrThrow()).count
}

/** What waits, the most urgent first, and what went back lately. */
async function submissionsOf({ db, townId, now }: StateParts): Promise<PortalSubmission[]> {
  const rows = await db.selectFrom('fit_connect_submissions').select(SHOWN).where('town_id', '=', townId).where('state', '!=', 'accepted')
    .where(or => or.or([or('settled_at', 'is', null), or('settled_at', '>=', plusDays(now, -SHOWN_DAYS))]))
    .orderBy(eb => eb('settled_at', 'is not', null)).orderBy('announced_at').limit(MOST_SHOWN).execute()
  return rows.map(row => shown(row))
}

/** Nothing of what was sent. */
const SHOWN = ['submission_id', 'case_id', 'destination_id', 'state', 'announced_at', 'submitted_at', 'settled_at', 'problem', 'about', 'service_identifier'] as const

const shown = (row: Pick<SubmissionRow, (typeof SHOWN)[number]>): PortalSubmission => ({
  id: row.submission_id, caseId: row.case_id, destinationId: row.destination_id, state: row.state as PortalSubmission['state'], announcedAt: row.announced_at,
  expiresAt: row.settled_at === null && row.state !== 'registered' ? plusDays(row.submitted_at ?? row.announced_at, KEPT_BY_PORTAL_DAYS) : null,
  problem: row.problem, about: row.about, serviceIdentifier: row.service_identifier,
})

async function refusalsOf({ db, townId }: StateParts): Promise<PortalLinkState['refusals']> {
  const rows = await db.selectFrom('fit_connect_refusals').selectAll().where('town_id', '=', townId).orderBy('last_at', 'desc').limit(MOST_SHOWN).execute()
  return rows.map(({ code, about, times, last_at }) => ({ code, about, times, lastAt: last_at }))
}

async function mappingsOf(db: Kysely<Schema>, townId: TownId): Promise<MappingSummary[]> {
  const rows = await db.selectFrom('fit_connect_mappings').selectAll().where('town_id', '=', townId).where('state', '!=', 'replaced').orderBy('schema_uri').orderBy('changed_at', 'desc').limit(MOST_SHOWN).execute()
  return Promise.all(rows.map(row => mappingSummary(db, row)))
}

export async function mappingSummary(db: Kysely<Schema>, row: MappingRow): Promise<MappingSummary> {
  const service = await db.selectFrom('services').select(['title', 'form_version']).where('town_id', '=', row.town_id).where('id', '=', row.service_id as ServiceId).executeTakeFirst()
  return {
    id: row.id, schemaUri: row.schema_uri, serviceIdentifier: row.service_identifier, serviceId: row.service_id as ServiceId, serviceTitle: service?.title ?? { de: row.service_id, en: row.service_id },
    version: row.mapping_version, state: row.state, isOutdated: service !== undefined && service.form_version !== row.form_version, changedAt: row.changed_at, changedByName: row.changed_by_name,
  }
}
