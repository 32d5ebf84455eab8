import type { Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { WIRE_VERSION } from '../../shared/wire/version.ts'
import { headOf } from '../store/feed.ts'
import type { Schema } from '../store/schema.ts'

/** How the service is, for machines that watch it. */
export interface Health {
  readonly state: 'ready' | 'database-away'
  readonly wireVersion: number
  /** Newest position of the feed, null while the database does not answer. */
  readonly position: number | null
  readonly liveStreams: number
}

const PATIENCE_MS = 3_000

export async function healthOf(parts: { readonly db: Kysely<Schema>; readonly townId: TownId; readonly liveStreams: number }): Promise<Health> {
  const position = await withinTime(headOf(parts.db, parts.townId))
  const state = position === null ? 'database-away' : 'ready'
  return { state, wireVersion: WIRE_VERSION, position, liveStreams: parts.liveStreams }
}

async function withinTime(asked: Promise<number>): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, PATIENCE_MS, null)
  try {
    return await Promise.race([asked.catch(() => null), promise])
  } finally {
    clearTimeout(timer)
  }
}
