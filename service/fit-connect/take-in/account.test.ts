import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../../shared/json.ts'
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

/** Whose the case is of a form whose answers go to this mailbox with BundID. */
async function personOf(mailboxUuid: string, firstName: string): Promise<string> {
  const twist = (metadata: JsonObject) => ({ ...metadata, replyChannel: { idBundDeMailbox: { mailboxUuid } } })
  const { submissionId } = await linked.portal.send({ ...aForm(fimData({ F00000001: firstName, F00000004: `${mailboxUuid.slice(-2)}@post.example` })), twist })
  await linked.link.runDue()
  const { person_id: personId } = await linked.database.db.selectFrom('applications').innerJoin('fit_connect_submissions as s', 's.application_id', 'applications.id')
    .select('applications.person_id').where('s.submission_id', '=', submissionId).executeTakeFirstOrThrow()
  return personId
}

const ONE = '0192a000-0000-4000-8000-0000000000a1'
const OTHER = '0192a000-0000-4000-8000-0000000000a2'

test('whoever signs in with the same account is the same citizen, with a name of marriage, too; another account of the same name is somebody else', async () => {
  const first = await personOf(ONE, 'Rosa')
  expect(await personOf(ONE.toUpperCase(), 'Rosa Marie')).toBe(first)
  expect(await personOf(OTHER, 'Rosa')).not.toBe(first)
  expect(await linked.database.db.selectFrom('people').select('account').orderBy('account').execute()).toEqual([{ account: `bundid/${ONE}` }, { account: `bundid/${OTHER}` }])
})
