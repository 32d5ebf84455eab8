import type { JSONWebKeySet } from 'jose'
import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import type { SigningKey } from '../../../store/signing-keys.ts'
import { publishedTownKeys, renewTownKey, townKey } from '../../../store/town-keys.ts'

/** The key by which a town seals. */
export const signingKey = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<SigningKey> => townKey(db, 'vaccination_keys', townId, now)

/** Takes another key from now on, in the caller's transaction. */
export const renewSealKey = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<void> => renewTownKey(db, 'vaccination_keys', townId, now)

/** The open halves of all keys there ever were, the newest first. */
export const publishedKeys = (db: Kysely<Schema>, townId: TownId): Promise<JSONWebKeySet> => publishedTownKeys(db, 'vaccination_keys', townId)
