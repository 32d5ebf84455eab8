import { sql, type Kysely, type Transaction } from 'kysely'
import { canonicalJson } from '../../../../shared/canonical.ts'
import { recordKey, type Change } from '../../../../shared/command.ts'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import type { ReadWarning } from '../../../../shared/formats/official-warning.ts'
import { derivedUuid, OfficialWarningId, type TownId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { cut } from '../../../../shared/text.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

/** The same for one warning by whichever way it comes: the federal app puts its own word before what the weather service calls it. */
export const warningIdOf = (townId: TownId, identifier: string): OfficialWarningId =>
  OfficialWarningId.parse(derivedUuid(`${townId}/official-warning`, identifier.replace(/^dwd\.(?=2\.49\.)/, '')))

/** What was over before that is not taken in any more: no desk would show it. */
const PAST_DAYS = 7

const WITHOUT_END_DAYS = 1

/** One that names no end and stands on no list that would say when it is over, as a file or on its own: taken as over after a day. */
export const withEnd = (warning: ReadWarning): ReadWarning => ({ ...warning, endsAt: warning.endsAt ?? plusDays(warning.sentAt, WITHOUT_END_DAYS) })

/** Keeps warnings as the town's rows: one that is known already stays one, a later one ends those it speaks of. How many are new or changed. */
export async function keepWarnings(db: Kysely<Schema>, townId: TownId, warnings: readonly ReadWarning[], now: Instant): Promise<number> {
  let kept = 0
  const recent = warnings.filter(({ endsAt }) => endsAt === null || endsAt >= plusDays(now, -PAST_DAYS))
  for (const warning of recent.toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1)))
    kept += await db.transaction().execute(trx => keepOne(trx, townId, warning, now))
  return kept
}

/** Two processes that read one warning at once write it once, and nobody's acknowledgement is lost between them. */
export const lockWarnings = (trx: Transaction<Schema>, townId: TownId): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`official-warnings/${townId}`}, 0))`.execute(trx)

export const refTo = (id: OfficialWarningId) => ({ table: 'official_warnings', id }) as const

async function keepOne(trx: Transaction<Schema>, townId: TownId, read: ReadWarning, now: Instant): Promise<number> {
  await lockWarnings(trx, townId)
  const id = warningIdOf(townId, read.identifier)
  const spokenOf = [...new Set(read.refersTo.map(identifier => warningIdOf(townId, identifier)))].filter(one => one !== id)
  const rows = await loadRecords(trx, townId, [id, ...spokenOf].map(refTo), true)
  const before = rows.get(recordKey(refTo(id))) as OfficialWarning | undefined
  const row = merged(id, before, read, await endOf(trx, townId, id, read.isTest), now)
  // Clocks of others go wrong: what is said to be sent later than now ends what it speaks of now.
  const end = { sentAt: read.sentAt, endedAt: read.sentAt < now ? read.sentAt : now, isTest: read.isTest }
  const ended = spokenOf.flatMap(other => endedBy(rows.get(recordKey(refTo(other))) as OfficialWarning | undefined, end))
  await noteEnds(trx, townId, spokenOf, end)
  const changes: readonly Change[] = [...(before && canonicalJson(before) === canonicalJson(row) ? [] : [row]), ...ended].map(one => ({ table: 'official_warnings', row: one }))
  if (changes.length > 0) await commitChanges(trx, { townId, actor: null, action: 'official-warning', commandId: null, at: now }, changes)
  return changes.length
}

/** What is said anew under an old name has been acknowledged by nobody. Of the same moment only the words are taken, and only from whom they were: two forms of one warning never read quite alike. */
function merged(id: OfficialWarningId, before: OfficialWarning | undefined, read: ReadWarning, endedAt: Instant | null, now: Instant): OfficialWarning {
  if (before && read.sentAt < before.sentAt) return before
  // What was said anew after the word that ended it holds again; a time that is still to come proves nothing.
  const endsAt = endedAt !== null && (read.sentAt <= endedAt || read.sentAt > now) ? earlier(read.endsAt, endedAt) : read.endsAt
  if (before && read.sentAt === before.sentAt) return { ...before, ...(before.source === read.source && wordsOf(read)), endsAt }
  return {
    id, scope: TOWN_SCOPE, version: before?.version ?? 0, source: read.source, identifier: cut(read.identifier, 300), sentAt: read.sentAt, receivedAt: now, endsAt, ...wordsOf(read),
    isTest: read.isTest, isAllClear: read.isAllClear, acknowledged: null, escalatedAt: null,
  }
}

const wordsOf = ({ senderName, event, severity, headline, text, instruction, areaNames }: ReadWarning) => ({
  senderName: cut(senderName, 300), event: cut(event, 300), severity, headline: cut(headline, 500), text: cut(text, 20_000), instruction: cut(instruction, 20_000),
  areaNames: areaNames.slice(0, 200).map(name => cut(name, 300)),
})

const earlier = (one: Instant | null, other: Instant | null): Instant | null => (one === null || (other !== null && other < one) ? other : one)

/** From when on that is over of which a later one speaks. */
interface End {
  readonly sentAt: Instant
  readonly endedAt: Instant
  readonly isTest: boolean
}

/** A warning that was replaced or ended is over from the moment at which the later one was sent. */
const endedBy = (row: OfficialWarning | undefined, { sentAt, endedAt, isTest }: End): readonly OfficialWarning[] =>
  (row && row.isTest === isTest && row.sentAt <= sentAt && (row.endsAt === null || row.endsAt > endedAt) ? [{ ...row, endsAt: endedAt }] : [])

async function endOf(trx: Transaction<Schema>, townId: TownId, id: OfficialWarningId, isTest: boolean): Promise<Instant | null> {
  const row = await trx.selectFrom('official_warning_ends').select('ended_at').where('town_id', '=', townId).where('warning_id', '=', id).where('is_test', '=', isTest).executeTakeFirst()
  return row?.ended_at ?? null
}

/** Kept also of those that are not here: the earlier one may come after the later one. */
async function noteEnds(trx: Transaction<Schema>, townId: TownId, ids: readonly OfficialWarningId[], { endedAt, isTest }: End): Promise<void> {
  if (ids.length === 0) return
  await trx.insertInto('official_warning_ends').values(ids.map(id => ({ town_id: townId, warning_id: id, is_test: isTest, ended_at: endedAt })))
    .onConflict(conflict => conflict.columns(['town_id', 'warning_id', 'is_test']).doUpdateSet({ ended_at: sql<Instant>`least(official_warning_ends.ended_at, excluded.ended_at)` })).execute()
}

/** Ends those that their source no longer names. It names them again: then they hold again. */
export async function endGone(db: Kysely<Schema>, townId: TownId, identifiers: readonly string[], now: Instant): Promise<void> {
  if (identifiers.length === 0) return
  await db.transaction().execute(async trx => {
    await lockWarnings(trx, townId)
    const rows = await loadRecords(trx, townId, identifiers.map(identifier => refTo(warningIdOf(townId, identifier))), true)
    const over = ([...rows.values()] as readonly OfficialWarning[]).filter(({ endsAt }) => endsAt === null || endsAt > now)
    if (over.length > 0)
      await commitChanges(trx, { townId, actor: null, action: 'official-warning', commandId: null, at: now }, over.map(row => ({ table: 'official_warnings', row: { ...row, endsAt: now } })))
  })
}
