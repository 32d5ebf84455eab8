import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import type { JsonObject } from '../../../shared/json.ts'
import { findDuplicates } from '../../domains/people/find-duplicates.ts'
import { TOWN_ID } from '../../intake/testing.ts'
import { testDatabase } from '../../store/testing.ts'
import { aForm, fimData, linkedTown, mapSchema, type LinkedTown } from '../testing.ts'

let linked: LinkedTown
beforeAll(async () => {
  linked = await linkedTown(await testDatabase())
  await mapSchema(linked.database)
  await linked.link.runDue()
})
afterAll(async () => {
  await linked.close()
  await linked.database.close()
})

/** Whose the case is of a form whose answers go to this mailbox with BundID; null: that names none. */
async function personOf(mailboxUuid: string | null, firstName: string, email = `${mailboxUuid?.slice(-2) ?? ''}@post.example`): Promise<string> {
  const twist = (metadata: JsonObject) => ({ ...metadata, replyChannel: mailboxUuid === null ? undefined : { idBundDeMailbox: { mailboxUuid } } })
  const { submissionId } = await linked.portal.send({ ...aForm(fimData({ F00000001: firstName, F00000004: email })), twist })
  await linked.link.runDue()
  const { person_id: personId } = await linked.database.db.selectFrom('applications').innerJoin('fit_connect_submissions as s', 's.application_id', 'applications.id')
    .select('applications.person_id').where('s.submission_id', '=', submissionId).executeTakeFirstOrThrow()
  return personId
}

const ONE = '0192a000-0000-4000-8000-0000000000a1'
const OTHER = '0192a000-0000-4000-8000-0000000000a2'
const PARENT = '0192a000-0000-4000-8000-0000000000a3'
const FATHER = '0192a000-0000-4000-8000-0000000000a4'
const SON = '0192a000-0000-4000-8000-0000000000a5'
const SCOPES = ['department:ordnung']
const READER = { access: { actor: anActor('clerk'), scopes: new Map(SCOPES.map(scope => [scope, '1'])) }, townId: TOWN_ID, scopes: SCOPES }

test('whoever signs in with the same account and gives the same name is the same citizen, whatever the e-mail address; another account of the same name is somebody else', async () => {
  const first = await personOf(ONE, 'Rosa')
  expect(await personOf(ONE.toUpperCase(), 'ROSA', 'neu@post.example')).toBe(first)
  expect(await personOf(OTHER, 'Rosa')).not.toBe(first)
  expect(await linked.database.db.selectFrom('people').select('account').orderBy('account').execute()).toEqual([{ account: `bundid/${ONE}` }, { account: `bundid/${OTHER}` }])
})

test('a child that a parent applies for with their own account is a citizen of its own, the second time the same one; a further given name is asked about', async () => {
  const parent = await personOf(PARENT, 'Ida', 'familie@post.example')
  const child = await personOf(PARENT, 'Emil', 'familie@post.example')
  expect(child).not.toBe(parent)
  expect(await personOf(PARENT, 'Emil', 'familie@post.example')).toBe(child)
  const further = await personOf(PARENT, 'Ida Marie', 'familie@post.example')
  expect([parent, child]).not.toContain(further)
  const { pairs } = await findDuplicates(linked.database.db, READER, '2026-11-23')
  expect(pairs.map(({ one, other, reasons }) => ({ of: [one.id, other.id].toSorted(), reasons }))).toEqual([{ of: [parent, further].toSorted(), reasons: ['part-of-name', 'account', 'email'] }])
})

test('father and son of one name share an e-mail address: signed in each for themselves they are two, and a case that names neither account is given to neither', async () => {
  const father = await personOf(FATHER, 'Karl', 'karl@post.example')
  const son = await personOf(SON, 'Karl', 'karl@post.example')
  expect(son).not.toBe(father)
  expect([father, son]).not.toContain(await personOf(null, 'Karl', 'karl@post.example'))
  expect(await personOf(FATHER, 'Karl', 'karl@post.example')).toBe(father)
})
