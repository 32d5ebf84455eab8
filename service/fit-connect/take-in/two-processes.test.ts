import { expect, test } from 'vitest'
import { addressOf, aForm, mappedTown } from '../testing.ts'

test('of a submission that another process sends back while this one opens it no application stays', async () => {
  let whileOpening: (() => Promise<void>) | undefined
  const linked = await mappedTown({ fetch: async (input, init) => {
    const once = whileOpening
    if (once && addressOf(input).endsWith('/jwks.json')) {
      whileOpening = undefined
      await once()
    }
    return fetch(input, init)
  } })
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
  expect(await linked.database.db.selectFrom('fit_connect_submissions').select(['state', 'application_id']).execute()).toEqual([{ state: 'rejected', application_id: null }])
  expect(await linked.database.db.selectFrom('applications').select('id').execute()).toEqual([])
})
