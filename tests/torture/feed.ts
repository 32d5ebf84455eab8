import { setTimeout as delay } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { ApplicationId, derivedUuid, EventId } from '../../shared/ids.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { readFeed } from '../../service/store/feed.ts'
import type { Schema } from '../../service/store/schema.ts'
import { addTestTown, anOrigin, postgresTestDatabase, TEST_TIME } from '../../service/store/testing.ts'

export interface FeedWriters {
  /** A PostgreSQL server; a database of its own is made there and dropped. */
  readonly url: string
  readonly writers: number
  readonly transactions: number
  readonly seed: number
}

export interface FeedFindings {
  readonly seed: number
  readonly committed: number
  readonly rolledBack: number
  /** Committed changes that the reader of the feed never got, got twice, or got under another position. */
  readonly missed: number
  readonly doubled: number
  /** Positions between the first and the last that no transaction has. */
  readonly gaps: number
  /** What a reader by `seq > cursor` over a numbered table missed in the same run. */
  readonly naiveMissed: number
  readonly perSecond: number
}

/** Every twentieth transaction is rolled back, half of them after they took a position. */
const ROLLED_BACK = 0.05

const APPLICATION = ApplicationId.parse('0192a000-0000-7000-8000-000000000001')
const SCOPE = 'department:ordnung'
const ACCESS = { actor: anActor('clerk'), scopes: new Map([[SCOPE, '1']]) }

/**
 * Many writers of one town at once, a reader of the feed and a reader by sequence number meanwhile. The second is there
 * to prove that the run is rough enough to lose rows for whoever reads carelessly.
 */
export async function runFeedWriters({ url, writers, transactions, seed }: FeedWriters): Promise<FeedFindings> {
  const reading = await postgresTestDatabase(url)
  await addTestTown(reading)
  await sql`create table numbered (seq bigint generated always as identity primary key, id text not null)`.execute(reading.db)
  // Order is what is tested here, not the disk.
  await sql`alter database ${sql.id(new URL(reading.url).pathname.slice(1))} set synchronous_commit = off`.execute(reading.db)
  // Two services on one database, so that no pool is the bottleneck.
  const services = [await openDatabase(reading.url), await openDatabase(reading.url)] as const
  const startedAt = performance.now()
  const done = new AbortController()
  const readers = Promise.all([followFeed(reading, done.signal), followNumbers(reading, done.signal)])
  const written = await Promise.all(
    Array.from({ length: writers }, (_, index) =>
      write(services[index % 2 === 0 ? 0 : 1], index, share(transactions, writers, index), randomFrom(seed + index))),
  )
  const seconds = (performance.now() - startedAt) / 1_000
  done.abort()
  const [seen, numbersSeen] = await readers
  await Promise.all(services.map(service => service.close()))
  await reading.close()
  const committed = new Map(written.flatMap(one => one.committed))
  return findings({ seed, committed, rolledBack: transactions - committed.size, seen, numbersSeen, perSecond: committed.size / seconds })
}

const share = (total: number, parts: number, index: number): number => Math.floor(total / parts) + (index < total % parts ? 1 : 0)

class RolledBack extends Error {}

async function write(
  { db }: Database,
  writer: number,
  count: number,
  random: () => number,
): Promise<{ readonly committed: readonly (readonly [string, number])[] }> {
  const committed: [string, number][] = []
  for (let turn = 0; turn < count; turn++) {
    const id = derivedUuid(`writer-${writer}`, String(turn))
    const fate = random()
    try {
      committed.push([id, await db.transaction().execute(trx => writeOne(trx, id, fate, random))])
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error
    }
  }
  return { committed }
}

async function writeOne(trx: Kysely<Schema>, id: string, fate: number, random: () => number): Promise<number> {
  await sql`insert into numbered (id) values (${id})`.execute(trx)
  if (random() < 0.3) await delay(random() * 4)
  if (fate < ROLLED_BACK / 2) throw new RolledBack()
  const event = {
    id: EventId.parse(id), scope: SCOPE, version: 0, applicationId: APPLICATION, kind: 'noted' as const,
    at: TEST_TIME, actorId: null, actorName: null, actingFor: null, actingForName: null, text: id, commandId: null,
  }
  const { position } = await commitChanges(trx, anOrigin(), [{ table: 'application_events', row: event }])
  if (fate < ROLLED_BACK) throw new RolledBack()
  return position
}

/** Reads as a desk does until the writers are through, then once more to the head. */
async function followFeed({ db }: Database, stop: AbortSignal): Promise<readonly (readonly [string, number])[]> {
  const seen: [string, number][] = []
  let after = 1
  for (let isLast = false; ; ) {
    const page = await readFeed(db, ACCESS, { scope: SCOPE, after, limit: 500 })
    if (!page.ok) throw new Error(page.error.code)
    seen.push(...page.value.entries.map((entry): [string, number] => [entry.id, entry.position]))
    after = page.value.upTo
    if (isLast && !page.value.more) return seen
    isLast = stop.aborted
    if (!page.value.more) await delay(1)
  }
}

/** What everybody writes first: the numbers above the last one seen. */
async function followNumbers({ db }: Database, stop: AbortSignal): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  let cursor = 0
  for (let isLast = false; ; ) {
    const { rows } = await sql<{ seq: number; id: string }>`
      select seq, id from numbered where seq > ${cursor} order by seq`.execute(db)
    for (const { seq, id } of rows) {
      seen.add(id)
      cursor = seq
    }
    if (isLast) return seen
    isLast = stop.aborted
    await delay(1)
  }
}

function findings(run: {
  readonly seed: number
  readonly committed: ReadonlyMap<string, number>
  readonly rolledBack: number
  readonly seen: readonly (readonly [string, number])[]
  readonly numbersSeen: ReadonlySet<string>
  readonly perSecond: number
}): FeedFindings {
  const seen = new Map(run.seen)
  const positions = [...run.committed.values()].toSorted((one, other) => one - other)
  return {
    seed: run.seed,
    committed: run.committed.size,
    rolledBack: run.rolledBack,
    missed: [...run.committed].filter(([id, position]) => seen.get(id) !== position).length,
    doubled: run.seen.length - run.committed.size,
    gaps: positions.filter((position, index) => position !== index + 2).length,
    naiveMissed: [...run.committed.keys()].filter(id => !run.numbersSeen.has(id)).length,
    perSecond: Math.round(run.perSecond),
  }
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
