import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'

/** For what somebody looked at what lies under secrecy, kept with who and when; `about` is an id and never a name. */
export async function noteOpened(trx: Kysely<Schema>, { actor }: { readonly actor: Actor }, { kind, about, purpose }: { readonly kind: string; readonly about: string; readonly purpose: string }, at: Instant): Promise<void> {
  await trx.insertInto('person_accesses').values({ town_id: actor.townId, id: randomUUID(), kind, about, purpose, at, by_id: actor.personId, by_name: actor.name }).execute()
}
