import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../store/testing.ts'
import { addressOf, aForm, linkedTown, mapSchema } from '../testing.ts'

test('of a submission that another process sends back while this one opens it no application stays', async () => {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  let whileOpening: (() => Promise<void>) | undefined
  const linked = await linkedTown(database, { fetch: async (input, init) => {
    const once = whileOpening
    if (once && addressOf(input).endsWith('/jwks.json')) {
      whileOpening = undefined
      await once()
    }
    return fetch(input, init)
  } })
  onTestFinished(() => linked.close())
  await mapSchema(database)
  await linked.link.runDue()
  const { submissionId } = await linked.portal.send(aForm())
  const kept = linked.portal.kept.submissions.get(submissionId)
  const [event = ''] = kept?.log.splice(0) ?? []
  await linked.link.runDue()
  linked.clock.move(3_600_000)
  kept?.log.push(event)
  // The log that this one has read is whole; the other one finds it without the event for too long.
  whileOpening = async () => {
    kept?.log.splice(0)
    await linked.restarted().runDue()
  }
  await linked.link.runDue()
  expect(kept?.settled).toBe('rejected')
  expect(await database.db.selectFrom('fit_connect_submissions').select(['state', 'application_id']).execute()).toEqual([{ state: 'rejected', application_id: null }])
  expect(await database.db.selectFrom('applications').select('id').execute()).toEqual([])
})
