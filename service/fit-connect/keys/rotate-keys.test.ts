import { expect, test } from 'vitest'
import { TownId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { sealedForm } from '../../demo/fit-connect/sender.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import { aForm, mappedTown, type LinkedTown } from '../testing.ts'
import { addKey, signingKey, type KeyPurpose } from './destination-keys.ts'
import { confirmSigningKey } from './tend-keys.ts'

const destinationOf = ({ portal }: LinkedTown) => [...portal.kept.destinations.values()][0]
const encryptionKeys = ({ database: { db } }: LinkedTown) => db.selectFrom('fit_connect_keys').selectAll().where('purpose', '=', 'encryption').orderBy('made_at').execute()
const renew = async (linked: LinkedTown): Promise<void> => {
  linked.clock.move(1_000)
  await addKey(linked.database.db, { townId: TOWN_ID, destinationId: destinationOf(linked)?.destinationId ?? '' }, 'encryption', instantFromMs(linked.clock.nowMs()), 2_048)
}

test('what was sent to the old key is taken in after a new one is in use, and the portal never sees a private half', async () => {
  const linked = await mappedTown()
  const [first] = await encryptionKeys(linked)
  const sent = await linked.portal.send(aForm())
  await renew(linked)
  await linked.link.runDue()
  const [old, fresh] = await encryptionKeys(linked)
  expect(destinationOf(linked)?.encryptionKid).toBe(fresh?.kid)
  expect(old).toMatchObject({ kid: first?.kid, replaced_at: expect.any(String) })
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  const next = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(next.submissionId)?.settled).toBe('accepted')
  for (const key of destinationOf(linked)?.keys.values() ?? []) expect(key).not.toHaveProperty('d')
})

test('what a sender encrypted with the old key after it was replaced is taken in by a process that began since', async () => {
  const linked = await mappedTown()
  const { destinationId = '', keys, encryptionKid } = destinationOf(linked) ?? {}
  const old = keys?.get(encryptionKid ?? '')
  await renew(linked)
  await linked.link.runDue()
  expect(destinationOf(linked)?.encryptionKid).not.toBe(encryptionKid)
  const late = await sealedForm({ ...aForm(), destinationId, replyKey: null }, old ?? {})
  await linked.portal.put(late)
  await linked.restarted().runDue()
  expect(linked.portal.kept.submissions.get(late.submissionId)?.settled).toBe('accepted')
})

test('what was sent is taken in although no key can be made known, and the administrator sees that', async () => {
  let isBroken = false
  const linked = await mappedTown({ fate: path => (isBroken && path.startsWith('/destination-api') ? 'breaks' : 'answers') })
  const sent = await linked.portal.send(aForm())
  isBroken = true
  await renew(linked)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  expect((await linked.state()).destinations).toMatchObject([{ problem: 'unreachable' }])
})

test('an event is signed with a key that the portal knows, also where a further one waits to be made known', async () => {
  const linked = await mappedTown()
  const sent = await linked.portal.send(aForm())
  linked.clock.move(1_000)
  const owner = { townId: TOWN_ID, destinationId: destinationOf(linked)?.destinationId ?? '' }
  const known = await signingKey(linked.database.db, owner)
  await addKey(linked.database.db, owner, 'signing', instantFromMs(linked.clock.nowMs()), 2_048)
  expect((await signingKey(linked.database.db, owner))?.kid).toBe(known?.kid)
  await linked.link.runDue()
  expect((await signingKey(linked.database.db, owner))?.kid).not.toBe(known?.kid)
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  expect((await linked.state()).destinations[0]?.keys.filter(({ purpose }) => purpose === 'signing').map(({ state }) => state)).toEqual(['in-use', 'replaced'])
})

/** Enters the newest key at the portal as somebody does by hand; answers its id. */
async function enter(linked: LinkedTown, purpose: KeyPurpose): Promise<string> {
  const { kid, public_key } = await linked.database.db.selectFrom('fit_connect_keys').select(['kid', 'public_key']).where('purpose', '=', purpose).orderBy('made_at', 'desc').executeTakeFirstOrThrow()
  const destination = destinationOf(linked)
  destination?.keys.set(kid, { ...public_key, kid, kty: 'RSA' })
  if (destination && purpose === 'encryption') destination.encryptionKid = kid
  return kid
}

test('where keys are entered by hand events are signed with the key before until somebody says that the new one is entered', async () => {
  const linked = await mappedTown({ areKeysByHand: true })
  const { db } = linked.database
  const owner = { townId: TOWN_ID, destinationId: destinationOf(linked)?.destinationId ?? '' }
  const now = () => instantFromMs(linked.clock.nowMs())
  const fate = async (): Promise<string | null | undefined> => {
    const { submissionId } = await linked.portal.send(aForm())
    await linked.link.runDue()
    return linked.portal.kept.submissions.get(submissionId)?.settled
  }
  await enter(linked, 'encryption')
  const first = await enter(linked, 'signing')
  linked.clock.move(1_000)
  await addKey(db, owner, 'signing', now(), 2_048)
  expect(await fate()).toBe('accepted')
  const second = await enter(linked, 'signing')
  expect(await confirmSigningKey(db, owner, second, now())).toBe(true)
  destinationOf(linked)?.keys.delete(first)
  expect(await fate()).toBe('accepted')
  expect(await confirmSigningKey(db, owner, first, now())).toBe(false)
  linked.clock.move(31 * 86_400_000)
  await linked.link.runDue()
  expect((await linked.state()).destinations[0]?.keys.filter(({ purpose }) => purpose === 'signing').map(({ kid, state }) => ({ kid, state }))).toEqual([{ kid: second, state: 'in-use' }, { kid: first, state: 'gone' }])
})

test('a portal that was set up anew learns of the keys that are used, and of no signing key that was replaced', async () => {
  const linked = await mappedTown()
  const owner = { townId: TOWN_ID, destinationId: destinationOf(linked)?.destinationId ?? '' }
  linked.clock.move(1_000)
  await addKey(linked.database.db, owner, 'signing', instantFromMs(linked.clock.nowMs()), 2_048)
  await linked.link.runDue()
  const used = await signingKey(linked.database.db, owner)
  const destination = destinationOf(linked)
  destination?.keys.clear()
  if (destination) destination.encryptionKid = null
  linked.clock.move(1_000)
  await linked.link.runDue()
  const [encryption] = await encryptionKeys(linked)
  expect(new Set(destination?.keys.keys())).toEqual(new Set([encryption?.kid, used?.kid]))
})

test('a destination that another town of the service collects from is left alone, and this is told', async () => {
  const linked = await mappedTown()
  const { db } = linked.database
  const { destinationId = '', encryptionKid } = destinationOf(linked) ?? {}
  const { id: _, ...town0 } = await db.selectFrom('towns').selectAll().where('id', '=', TOWN_ID).executeTakeFirstOrThrow()
  const other = TownId.parse('stendal')
  await db.insertInto('towns').values({ ...town0, id: other }).execute()
  const earlier = instantFromMs(linked.clock.nowMs() - 3_600_000)
  await db.insertInto('fit_connect_destinations').values({ town_id: other, destination_id: destinationId, since: earlier, asked_at: earlier }).execute()
  const sent = await linked.portal.send(aForm())
  await renew(linked)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBeNull()
  expect(destinationOf(linked)?.encryptionKid).toBe(encryptionKid)
  expect((await linked.state()).destinations).toMatchObject([{ problem: 'other-town' }])
  // The other one gave it up.
  linked.clock.move(86_400_000)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
  expect((await linked.state()).destinations).toMatchObject([{ problem: null }])
})

test('the private half of an old key goes when nothing can wait for it, and not while something does', async () => {
  const linked = await mappedTown()
  await linked.database.db.deleteFrom('fit_connect_mappings').execute()
  await linked.portal.send(aForm())
  await linked.link.runDue()
  await renew(linked)
  await linked.link.runDue()
  // The portal keeps what it gave out longer than it says: as long as it waits here its key stays.
  linked.clock.move(13 * 86_400_000)
  await linked.link.runDue()
  linked.clock.move(31 * 86_400_000)
  await linked.database.db.updateTable('fit_connect_submissions').set({ next_at: instantFromMs(linked.clock.nowMs() + 86_400_000) }).execute()
  await linked.link.runDue()
  expect((await encryptionKeys(linked))[0]?.private_key).not.toBeNull()
  linked.clock.move(2 * 86_400_000)
  await linked.link.runDue()
  await linked.link.runDue()
  const [old, fresh] = await encryptionKeys(linked)
  expect(old?.private_key).toBeNull()
  expect(fresh?.private_key).not.toBeNull()
})

test('a key that somebody took into use again at the portal keeps its private half', async () => {
  const linked = await mappedTown()
  const destination = destinationOf(linked)
  const first = destination?.encryptionKid ?? null
  await renew(linked)
  await linked.link.runDue()
  expect(destination?.encryptionKid).not.toBe(first)
  await linked.database.db.deleteFrom('fit_connect_keys').where('purpose', '=', 'encryption').where('kid', '!=', first ?? '').execute()
  if (destination) destination.encryptionKid = first
  for (let round = 0; round < 2; round++) {
    await linked.link.runDue()
    linked.clock.move(31 * 86_400_000)
  }
  expect(await encryptionKeys(linked)).toMatchObject([{ kid: first, private_key: expect.any(Object), replaced_at: null }])
  expect((await linked.state()).destinations[0]?.keys).toContainEqual(expect.objectContaining({ kid: first, state: 'in-use' }))
})

test('a destination that the portal does not know is written down, and the others go on', async () => {
  const linked = await mappedTown()
  linked.portal.kept.destinations.clear()
  await linked.link.runDue()
  const [destination] = await linked.database.db.selectFrom('fit_connect_destinations').selectAll().execute()
  expect(destination).toMatchObject({ problem: 'unknown-destination' })
})

test('a token that the portal forgot is asked for anew', async () => {
  const linked = await mappedTown()
  linked.portal.signEverybodyOut()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
})
