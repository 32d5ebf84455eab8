import type { Kysely } from 'kysely'
import { changedScopes, headOf, readSharedFeed } from '../../store/feed.ts'
import type { Schema } from '../../store/schema.ts'
import { valueOrRefuse } from '../refusal.ts'
import type { LiveFeed } from './dispatcher.ts'

/** More entries than this hardly ever fit into a live event. */
const MOST_ENTRIES = 200

/** The feed of the database as the dispatcher reads it. */
export const createLiveFeed = (db: Kysely<Schema>, datasetEpoch: string): LiveFeed => ({
  datasetEpoch,
  head: townId => headOf(db, townId),
  changedScopes: (townId, after, upTo) => changedScopes(db, townId, after, upTo),
  pull: async (townId, scope, after) => valueOrRefuse(await readSharedFeed(db, townId, { scope, after, limit: MOST_ENTRIES })),
})
