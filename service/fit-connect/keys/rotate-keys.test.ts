import { afterEach, expect, test } from 'vitest'
import { instantFromMs } from '../../../shared/time.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import { testDatabase } from '../../store/testing.ts'
import { aForm, linkedTown, mapSchema, type LinkedTown } from '../testing.ts'
import { addKey } from './destination-keys.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function town(): Promise<LinkedTown> {
  const database = await testDatabase()
  open.push(database)
  const linked = await linkedTown(database)
  open.push(linked)
  await mapSchema(database)
  await linked.link.runDue()
  return linked
}

const destinationOf = ({ portal }: LinkedTown) => [...portal.kept.destinations.values()][0]
const encryptionKeys = ({ database: { db } }: LinkedTown) => db.selectFrom('fit_connect_keys').selectAll().where('purpose', '=', 'encryption').orderBy('made_at').execute()
const renew = async (linked: LinkedTown): Promise<void> => {
  linked.clock.move(1_000)
  await addKey(linked.database.db, { townId: TOWN_ID, destinationId: destinationOf(linked)?.destinationId ?? '' }, 'encryption', instantFromMs(linked.clock.nowMs()), 2_048)
}

test('what was sent to the old key is taken in after a new one is in use, and the portal never sees a private half', async () => {
  const linked = await town()
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

test('the private half of an old key goes when nothing can wait for it, and not while something does', async () => {
  const linked = await town()
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

test('a destination that the portal does not know is written down, and the others go on', async () => {
  const linked = await town()
  linked.portal.kept.destinations.clear()
  await linked.link.runDue()
  const [destination] = await linked.database.db.selectFrom('fit_connect_destinations').selectAll().execute()
  expect(destination).toMatchObject({ problem: 'unknown-destination' })
})

test('a token that the portal forgot is asked for anew', async () => {
  const linked = await town()
  linked.portal.signEverybodyOut()
  const sent = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(sent.submissionId)?.settled).toBe('accepted')
})
