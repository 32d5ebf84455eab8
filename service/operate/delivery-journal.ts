import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import { germanDay } from '../../shared/german-days.ts'
import { TownId } from '../../shared/ids.ts'
import { Instant, plusDays } from '../../shared/time.ts'
import { JOB_KINDS, type JobKind } from '../delivery/jobs.ts'
import type { Schema } from '../store/schema.ts'

/** What is outside and nowhere else once it is delivered; what a letter or a signature brings into the database has to come again after a restore. */
const OUTSIDE_ONLY: readonly JobKind[] = [
  'email', 'appointment-email', 'hall-email', 'conversation-email', 'subscription-email', 'subscription-push', 'warning-email', 'alert-reminder', 'consent-email', 'notice-email',
]

/** Longer than any backup that somebody would still restore. */
const KEPT_DAYS = 120

const FILE = /^(\d{4}-\d\d-\d\d)\.jsonl$/

const Line = z.object({ town: TownId, key: z.string().min(1).max(400), kind: z.enum(JOB_KINDS), at: Instant })
type Line = z.infer<typeof Line>

/** A backup that was made while the journal was kept: from there on it knows what left the house. */
const BackupMark = z.object({ backup: z.string().min(1).max(100), at: Instant })
/** Something left the house before this and could not be noted. */
const Gap = z.object({ gapBefore: Instant })

/** What a journal says has left the house, and how far back it can be relied on. */
export interface Deliveries {
  readonly lines: readonly Line[]
  readonly backups: readonly z.infer<typeof BackupMark>[]
  readonly gaps: readonly z.infer<typeof Gap>[]
}

/** Says outside of the database what has left the house, so that a restored one does not send it again. */
export interface DeliveryJournal {
  /** On the disk when it resolves. */
  note(job: { readonly townId: TownId; readonly key: string; readonly kind: JobKind }, at: Instant): Promise<void>
}

/** A file per day in a folder that had better lie on another disk than the database. Keys name records, never persons. */
export function openDeliveryJournal(folder: string): DeliveryJournal {
  let writing: Promise<void> = Promise.resolve()
  let hasGap = false
  const append = async (line: Line): Promise<void> => {
    try {
      await appendTo(folder, line.at, [...(hasGap ? [{ gapBefore: line.at }] : []), line])
      hasGap = false
    } catch (error) {
      hasGap = true
      throw error
    }
  }
  return {
    note: ({ townId, key, kind }, at) => {
      if (!OUTSIDE_ONLY.includes(kind)) return Promise.resolve()
      // One after the other: two lines at once could end up in one another.
      const written = writing.then(() => append({ town: townId, key, kind, at }))
      writing = written.catch(() => undefined)
      return written
    },
  }
}

async function appendTo(folder: string, at: Instant, lines: readonly object[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(join(folder, `${germanDay(at)}.jsonl`), 'a', 0o600)
  try {
    // The power may have gone in the middle of the line before.
    await handle.appendFile(`\n${lines.map(line => JSON.stringify(line)).join('\n')}\n`)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Says in the journal that a backup was made: a restore of it may rely on the journal, and one of another service or of an earlier time may not. */
export const noteBackup = (folder: string, { server, at }: { readonly server: string; readonly at: Instant }): Promise<void> => appendTo(folder, at, [{ backup: server, at }])

/** Whether a journal knows all that left the house since a backup. */
const reachesBackTo = ({ backups, gaps }: Deliveries, { server, at }: { readonly server: string; readonly at: Instant }): boolean =>
  backups.some(mark => mark.backup === server && mark.at === at) && !gaps.some(({ gapBefore }) => gapBefore >= at)

/** Removes what nobody needs any longer; how many days. */
export async function forgetOldDays(folder: string, now: Instant): Promise<number> {
  const before = germanDay(plusDays(now, -KEPT_DAYS))
  const old = (await readdir(folder).catch(() => [])).filter(name => (FILE.exec(name)?.[1] ?? before) < before)
  for (const name of old) await rm(join(folder, name), { force: true })
  return old.length
}

/** What a restore does about deliveries: sent before the disk died, or not known to anybody. */
export interface Withheld {
  readonly delivered: number
  /** Waited when the backup was made; whether they went out since is not known without a journal that reaches back to it. */
  readonly unknown: number
}

/**
 * Takes out of a restored queue what has left the house since, and what desks are going to cause anew under the same keys. Without a journal that was kept when the
 * backup was made, and has no gap since, nothing that waited in the backup goes out by itself: it counts as given up, and somebody looks at it.
 */
export async function withholdDelivered(db: Kysely<Schema>, journal: Deliveries | null, { backup, now }: { readonly backup: { readonly server: string; readonly at: Instant }; readonly now: Instant }): Promise<Withheld> {
  const isWhole = journal !== null && reachesBackTo(journal, backup)
  const { rows } = await sql<{ readonly id: TownId }>`select id from towns`.execute(db)
  const towns = new Set(rows.map(({ id }) => id))
  // Also of one that is not whole: what it knows is sure.
  const ofTowns = (journal?.lines ?? []).filter(({ town }) => towns.has(town))
  for (const { town, key, kind, at } of ofTowns)
    await sql`
      insert into jobs (town_id, key, kind, state, next_at, created_at, settled_at, payload)
      values (${town}, ${key}, ${kind}, 'done', ${at}, ${at}, ${at}, '{}')
      on conflict (town_id, key) do update set state = 'done', settled_at = excluded.settled_at, person_id = null, payload = '{}'
      where jobs.state = 'waiting'`.execute(db)
  return { delivered: ofTowns.filter(({ at }) => at >= backup.at).length, unknown: isWhole ? 0 : await giveUpWaiting(db, now) }
}

async function giveUpWaiting(db: Kysely<Schema>, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('jobs').set({ state: 'failed', settled_at: now, person_id: null, payload: '{}' })
    .where('state', '=', 'waiting').where('kind', 'in', OUTSIDE_ONLY).executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** All of a journal; null where there is none. The last line of a day on which the power went may be half a line. */
export async function readDeliveries(folder: string): Promise<Deliveries | null> {
  const names = await readdir(folder).catch(() => null)
  if (!names) return null
  const lines = new Map<string, Line>()
  const [backups, gaps]: [z.infer<typeof BackupMark>[], z.infer<typeof Gap>[]] = [[], []]
  for (const name of names.filter(one => FILE.test(one)).toSorted())
    for (const text of (await readFile(join(folder, name), 'utf8')).split('\n')) {
      const said = jsonIn(text)
      const line = Line.safeParse(said).data
      if (line) lines.set(`${line.town} ${line.key}`, line)
      backups.push(...[BackupMark.safeParse(said).data].filter(mark => mark !== undefined))
      gaps.push(...[Gap.safeParse(said).data].filter(gap => gap !== undefined))
    }
  return { lines: [...lines.values()], backups, gaps }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
