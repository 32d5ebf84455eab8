import { expect, test } from 'vitest'
import { derivedUuid, MessageId } from '../../../shared/ids.ts'
import type { Message } from '../../../shared/domains/messages/tables.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { createWorker } from '../../delivery/worker.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import { commitChanges } from '../../store/commit.ts'
import { anOrigin } from '../../store/testing.ts'
import { addressOf, aForm, mappedTown, type LinkedTown } from '../testing.ts'
import { ZBP_SCHEMA } from './zbp.ts'

async function town(parts: Parameters<typeof mappedTown>[0] = {}): Promise<LinkedTown & { readonly deliver: () => Promise<number> }> {
  const linked = await mappedTown(parts)
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const worker = createWorker({ database: linked.database, townId: TOWN_ID, clock: linked.clock, deliver: linked.link.deliver, log: silent, random: () => 0 })
  return { ...linked, deliver: async () => {
    await linked.link.runDue()
    return worker.runDue()
  } }
}

const answersOf = async ({ portal }: LinkedTown) => Promise.all([...portal.kept.replies.keys()].map(async id => portal.openReply(id)))

async function setStatus({ database: { db } }: LinkedTown, status: 'in-progress' | 'closed'): Promise<void> {
  await db.updateTable('applications').set({ status, version: eb => eb('version', '+', 1) }).execute()
}

test('where a case stands goes back to the citizen, each change once', async () => {
  const linked = await town()
  await linked.portal.send(aForm())
  await linked.deliver()
  await setStatus(linked, 'in-progress')
  await linked.deliver()
  await linked.deliver()
  await setStatus(linked, 'closed')
  await linked.deliver()
  const states = (await answersOf(linked)).flatMap(({ data }) => (data && typeof data === 'object' && 'status' in data ? [data.status] : []))
  expect(states).toEqual(['RECEIVED', 'PROCESSING', 'COMPLETED'])
})

test('a message goes back once although the answer was lost, within the bounds of the mailbox', async () => {
  let lost = 0
  const linked = await town({ fate: path => (path.includes('/replies/') && lost++ === 0 ? 'loses-answer' : 'answers') })
  await linked.portal.send(aForm())
  await linked.link.runDue()
  const { id: applicationId, person_id: personId, scope } = await linked.database.db.selectFrom('applications').select(['id', 'person_id', 'scope']).executeTakeFirstOrThrow()
  const at = instantFromMs(linked.clock.nowMs())
  const message: Message = {
    id: MessageId.parse(derivedUuid('test', 'question')), applicationId, personId, scope, version: 0, subject: 'Eine Frage', text: 'Bitte senden Sie den Nachweis.', attachmentIds: [],
    direction: 'to-citizen', authorId: null, authorName: null, sentAt: at, providedAt: at, retrievedAt: null,
  }
  await linked.database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: TOWN_ID }), [{ table: 'messages', row: message }]))
  await linked.deliver()
  linked.clock.move(3_700_000)
  await linked.deliver()
  expect(lost).toBeGreaterThan(1)
  const messages = (await answersOf(linked)).flatMap(({ data }) => (data && typeof data === 'object' && 'title' in data ? [data] : []))
  expect(messages.filter(({ title }) => title === 'Eine Frage')).toEqual([expect.objectContaining({ content: 'Bitte senden Sie den Nachweis.', sender: 'Stadt Tangerhütte', applicationId })])
  expect(await linked.database.db.selectFrom('fit_connect_replies').selectAll().where('state', '=', 'waiting').execute()).toEqual([])
})

test('whoever wants no answer on this way gets none, and nothing waits', async () => {
  const linked = await town()
  await linked.portal.send({ ...aForm(), replyKey: null })
  await linked.deliver()
  await linked.deliver()
  expect(linked.portal.kept.replies.size).toBe(0)
  const states = await linked.database.db.selectFrom('fit_connect_replies').select('state').execute()
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['no-channel']))
})

test('a state that is tried again after a later one is not the last word', async () => {
  let isLost = true
  const linked = await town({ fate: path => (isLost && path.includes('/replies/') ? 'drops' : 'answers') })
  await linked.portal.send(aForm())
  await linked.deliver()
  await setStatus(linked, 'closed')
  isLost = false
  await linked.deliver()
  linked.clock.move(3_700_000)
  await linked.deliver()
  const states = (await answersOf(linked)).flatMap(({ data }) => (data && typeof data === 'object' && 'status' in data ? [data.status] : []))
  expect(states).toEqual(['COMPLETED'])
  expect(await linked.database.db.selectFrom('fit_connect_replies').select('key').where('state', '=', 'overtaken').execute()).toHaveLength(1)
  expect(await linked.state()).toMatchObject({ repliesWaiting: 0, repliesFailed: 0 })
})

test('a key of the sender that nothing can be encrypted for means no answer on this way', async () => {
  const linked = await town()
  await linked.portal.send({ ...aForm(), replyKey: { kty: 'oct', k: 'AAAA' } })
  await linked.deliver()
  await linked.deliver()
  expect(linked.portal.kept.replies.size).toBe(0)
  expect(await linked.state()).toMatchObject({ accepted: 1, repliesWaiting: 0, repliesFailed: 0 })
})

test('an answer that the portal does not take is shown to an administrator', async () => {
  const refusing: typeof fetch = async (input, init) => (addressOf(input).includes('/replies/') ? new Response(null, { status: 422 }) : fetch(input, init))
  const linked = await town({ fetch: refusing })
  await linked.portal.send(aForm())
  await linked.deliver()
  expect(await linked.state()).toMatchObject({ repliesWaiting: 0, repliesFailed: 2 })
})

test.each([403, 404, 408])('an answer that a portal sends away with %i is tried again', async status => {
  let isClosed = true
  const closed: typeof fetch = async (input, init) => (isClosed && addressOf(input).includes('/replies/') ? new Response(null, { status }) : fetch(input, init))
  const linked = await town({ fetch: closed })
  await linked.portal.send(aForm())
  await linked.deliver()
  expect(await linked.state()).toMatchObject({ repliesWaiting: 2, repliesFailed: 0 })
  isClosed = false
  linked.clock.move(3_700_000)
  await linked.deliver()
  expect(await linked.state()).toMatchObject({ repliesWaiting: 0, repliesFailed: 0 })
  expect(linked.portal.kept.replies.size).toBe(2)
})

test.each([
  ['something else', ['https://schema.fitko.de/fit-connect/xbau/1.0/schema.json'], 0],
  ['messages among others', ['https://schema.fitko.de/fit-connect/xbau/1.0/schema.json', ZBP_SCHEMA], 2],
])('a sender that says it reads %s gets what it reads', async (_name, processStandards, replies) => {
  const linked = await town()
  await linked.portal.send({ ...aForm(), twist: metadata => withStandards(metadata, processStandards) })
  await linked.deliver()
  expect(linked.portal.kept.replies.size).toBe(replies)
  expect(await linked.state()).toMatchObject({ accepted: 1, repliesWaiting: 0, repliesFailed: 0 })
})

function withStandards(metadata: object, processStandards: readonly string[]): object {
  const { replyChannel } = metadata as { readonly replyChannel: { readonly fitConnect: object } }
  return { ...metadata, replyChannel: { fitConnect: { ...replyChannel.fitConnect, processStandards } } }
}
