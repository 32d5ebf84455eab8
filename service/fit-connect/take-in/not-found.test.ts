import { expect, test } from 'vitest'
import { addressOf, aForm, mappedTown, type LinkedTown } from '../testing.ts'

// One address that is not found may be a gateway, a page being renewed or a wrong setting: no submission ends for it.

const LOG = /\/cases\/[^/]+\/events/

/** A town whose portal answers 404 at an address while `lost` holds one, or from the second call of its log on. */
async function town(): Promise<LinkedTown & { lost: RegExp | null; loseAfterLog(): void }> {
  let lost: RegExp | null = null
  let isLostAfterLog = false
  const losing: typeof fetch = async (input, init) => {
    if (lost?.test(addressOf(input))) return new Response(null, { status: 404 })
    if (isLostAfterLog && LOG.test(addressOf(input))) [lost, isLostAfterLog] = [LOG, false]
    return fetch(input, init)
  }
  const linked = await mappedTown({ fetch: losing })
  return { ...linked, get lost() { return lost }, set lost(address) { lost = address }, loseAfterLog: () => void (isLostAfterLog = true) }
}

const aPdf = { filename: 'impfausweis.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }
const HOUR_MS = 3_600_000
const rowOf = ({ database: { db } }: LinkedTown, submissionId: string) => db.selectFrom('fit_connect_submissions').selectAll().where('submission_id', '=', submissionId).executeTakeFirstOrThrow()

test.each([
  ['the list of signing keys', /jwks\.json/, 'collected', 'unreachable'],
  ['the log of the case', LOG, 'collected', 'unreachable'],
  ['the submission while it is listed', /\/submissions\/[^/?]+$/, 'announced', 'unreachable'],
  ['a file', /\/attachments\//, 'announced', 'missing-file'],
])('where %s is not found the submission waits and is taken in later', async (_name, address, state, problem) => {
  const linked = await town()
  const { submissionId } = await linked.portal.send({ ...aForm(), files: [aPdf] })
  linked.lost = address
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state, problem, settled_at: null })
  linked.lost = null
  linked.clock.move(HOUR_MS)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(submissionId)?.settled).toBe('accepted')
  expect(await linked.database.db.selectFrom('applications').select('attachment_count').execute()).toEqual([{ attachment_count: 1 }])
})

test('where the sign-in is not found nothing that was collected ends', async () => {
  const linked = await town()
  const { submissionId } = await linked.portal.send(aForm())
  linked.lost = /jwks\.json/
  await linked.link.runDue()
  linked.portal.signEverybodyOut()
  linked.lost = /\/token$/
  linked.clock.move(HOUR_MS)
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'collected', settled_at: null })
  expect((await linked.state()).destinations).toMatchObject([{ problem: 'unreachable' }])
})

test('an application whose confirmation and log are not found is told to the portal later', async () => {
  const linked = await town()
  const { submissionId } = await linked.portal.send(aForm())
  linked.loseAfterLog()
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'registered', problem: 'unreachable', settled_at: null })
  linked.lost = null
  linked.clock.move(HOUR_MS)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(submissionId)?.settled).toBe('accepted')
})

test('of a destination that does not answer nothing is judged', async () => {
  const linked = await town()
  const { submissionId } = await linked.portal.send(aForm())
  linked.lost = /jwks\.json/
  await linked.link.runDue()
  const before = await rowOf(linked, submissionId)
  linked.lost = /\/submissions\?/
  linked.clock.move(HOUR_MS)
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toEqual(before)
})

test('what the portal has let go of ends, and begins anew where it is listed again', async () => {
  const linked = await town()
  const { submissionId } = await linked.portal.send(aForm())
  linked.lost = /\/submissions\/[^/?]+$/
  await linked.link.runDue()
  const kept = linked.portal.kept.submissions.get(submissionId)
  if (!kept) throw new Error('it was sent')
  kept.settled = 'expired'
  linked.clock.move(HOUR_MS)
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'expired', problem: 'gone' })
  kept.settled = null
  linked.lost = null
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'accepted', problem: null })
})
