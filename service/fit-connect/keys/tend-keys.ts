import type { Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import type { DeliveryService } from '../connection/delivery-service.ts'
import { addKey, keysFor, type KeyOwner } from './destination-keys.ts'

/** Longer than the portal keeps a submission that nobody collects, and what is collected is opened soon after. */
const KEPT_DAYS_AFTER_REPLACED = 30

type Publishing = Pick<DeliveryService, 'publish' | 'use' | 'encryptionKid'>

/**
 * Sees to the keys of a destination: there is one of each kind, senders know them, they encrypt with the newest, and an older one
 * goes when nothing can be waiting for it. Each part is done again from where it stopped.
 */
export async function tendKeys(db: Kysely<Schema>, owner: KeyOwner, service: Publishing, now: Instant, keyBits: number): Promise<void> {
  for (const purpose of ['encryption', 'signing'] as const) {
    if (!(await keysFor(db, owner, purpose).executeTakeFirst())) await addKey(db, owner, purpose, now, keyBits)
  }
  let used = await service.encryptionKid(owner.destinationId)
  for (const key of await keysToPublish(db, owner, used)) await publish(db, owner, service, { kid: key.kid, open: key.public_key }, now)
  const [newest] = await keysFor(db, owner, 'encryption').where('published_at', 'is not', null).execute()
  if (newest && used !== newest.kid && service.use) {
    await service.use(owner.destinationId, newest.kid)
    used = newest.kid
  }
  if (used !== null) await noteUse(db, owner, used, now)
  await noteSigner(db, owner, now)
  await dropOld(db, owner, used, now)
}

/** Those that senders do not know yet; all of them, where the portal has none in use: it was set up anew. What nothing is signed with any more is none of them. */
async function keysToPublish(db: Kysely<Schema>, owner: KeyOwner, used: string | null) {
  const keys = [...(await keysFor(db, owner, 'signing').where('replaced_at', 'is', null).execute()), ...(await keysFor(db, owner, 'encryption').execute())]
  return keys.filter(key => key.private_key !== null && (used === null || key.published_at === null))
}

async function publish(db: Kysely<Schema>, owner: KeyOwner, service: Publishing, { kid, open }: { readonly kid: string; readonly open: Parameters<NonNullable<DeliveryService['publish']>>[1] }, now: Instant): Promise<void> {
  if (!service.publish) return
  await service.publish(owner.destinationId, open)
  await keyOf(db, owner.townId, kid).set({ published_at: now }).execute()
}

const keyOf = (db: Kysely<Schema>, townId: TownId, kid: string) => db.updateTable('fit_connect_keys').where('town_id', '=', townId).where('kid', '=', kid)

/** What the portal says counts, also where somebody entered the key there by hand. */
async function noteUse(db: Kysely<Schema>, { townId, destinationId }: KeyOwner, kid: string, now: Instant): Promise<void> {
  const isOurs = await db.selectFrom('fit_connect_keys').select('kid').where('town_id', '=', townId).where('destination_id', '=', destinationId).where('kid', '=', kid).executeTakeFirst()
  if (!isOurs) return
  // Somebody may have taken an older key into use again.
  await keyOf(db, townId, kid).set(eb => ({ in_use_at: eb.fn.coalesce('in_use_at', eb.val(now)), replaced_at: null })).execute()
  await db.updateTable('fit_connect_keys').set({ replaced_at: now }).where('town_id', '=', townId).where('destination_id', '=', destinationId).where('purpose', '=', 'encryption')
    .where('kid', '!=', kid).where('in_use_at', 'is not', null).where('replaced_at', 'is', null).execute()
}

/** With the newest signing key that the portal knows all older ones are replaced, also one that nobody ever confirmed. */
async function noteSigner(db: Kysely<Schema>, owner: KeyOwner, now: Instant): Promise<void> {
  const [signer] = await keysFor(db, owner, 'signing').where('published_at', 'is not', null).where('private_key', 'is not', null).execute()
  if (!signer) return
  await db.updateTable('fit_connect_keys').set({ replaced_at: now }).where('town_id', '=', owner.townId).where('destination_id', '=', owner.destinationId).where('purpose', '=', 'signing')
    .where('kid', '!=', signer.kid).where('made_at', '<=', signer.made_at).where('replaced_at', 'is', null).execute()
}

/** Notes that somebody entered a signing key at the portal by hand; events are signed with it from now on. False: there is no such key to sign with. */
export async function confirmSigningKey(db: Kysely<Schema>, owner: KeyOwner, kid: string, now: Instant): Promise<boolean> {
  const key = await keysFor(db, owner, 'signing').where('kid', '=', kid).where('private_key', 'is not', null).where('replaced_at', 'is', null).executeTakeFirst()
  if (!key) return false
  if (key.published_at === null) await keyOf(db, owner.townId, kid).set({ published_at: now }).execute()
  await noteSigner(db, owner, now)
  return true
}

/** Of a key that was replaced long ago, that nobody uses and for which nothing waits, only the open half stays. */
async function dropOld(db: Kysely<Schema>, { townId, destinationId }: KeyOwner, used: string | null, now: Instant): Promise<void> {
  await db.updateTable('fit_connect_keys').set({ private_key: null })
    .where('town_id', '=', townId).where('destination_id', '=', destinationId).where('private_key', 'is not', null)
    .where('replaced_at', '<', plusDays(now, -KEPT_DAYS_AFTER_REPLACED)).where('kid', '!=', used ?? '')
    .where(eb => eb.or([eb('purpose', '=', 'signing'), eb.not(eb.exists(eb.selectFrom('fit_connect_submissions as waiting').select('waiting.submission_id')
      .where('waiting.town_id', '=', townId).where('waiting.destination_id', '=', destinationId).where('waiting.settled_at', 'is', null)
      .where(or => or.or([or('waiting.kid', 'is', null), or('waiting.kid', '=', or.ref('fit_connect_keys.kid'))]))))]))
    .execute()
}
