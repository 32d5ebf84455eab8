import { expect, test } from 'vitest'
import { aForm, fimData, mappedTown, type LinkedTown } from '../testing.ts'

const MINUTE_MS = 60_000
const aPdf = { filename: 'impfausweis.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }

function keptOf({ portal }: LinkedTown, submissionId: string) {
  const kept = portal.kept.submissions.get(submissionId)
  if (!kept) throw new Error('it was sent')
  return kept
}

const rowOf = ({ database: { db } }: LinkedTown, submissionId: string) => db.selectFrom('fit_connect_submissions').selectAll().where('submission_id', '=', submissionId).executeTakeFirstOrThrow()
const applicationsOf = ({ database: { db } }: LinkedTown) => db.selectFrom('applications').select('id').execute()
const filesKept = ({ database: { db } }: LinkedTown) => db.selectFrom('fit_connect_attachments').select('attachment_id').execute()

test('a submission that the log does not have yet waits, and is taken in once its event has come', async () => {
  const linked = await mappedTown()
  const { submissionId } = await linked.portal.send(aForm())
  const [event = ''] = keptOf(linked, submissionId).log.splice(0)
  await linked.link.runDue()
  linked.clock.move(50 * MINUTE_MS)
  await linked.link.runDue()
  expect((await linked.state()).submissions).toMatchObject([{ id: submissionId, state: 'collected', problem: 'log-incomplete' }])
  expect(keptOf(linked, submissionId).settled).toBeNull()
  keptOf(linked, submissionId).log.push(event)
  linked.clock.move(MINUTE_MS)
  await linked.link.runDue()
  expect(keptOf(linked, submissionId).settled).toBe('accepted')
  expect(linked.lines.filter(line => line.includes('log-incomplete'))).toHaveLength(1)
})

test('what the log still lacks after the configured time goes back', async () => {
  const linked = await mappedTown()
  const { submissionId } = await linked.portal.send(aForm())
  keptOf(linked, submissionId).log.splice(0)
  await linked.link.runDue()
  linked.clock.move(60 * MINUTE_MS - 1)
  await linked.link.runDue()
  expect(keptOf(linked, submissionId).settled).toBeNull()
  linked.clock.move(MINUTE_MS)
  await linked.link.runDue()
  expect(keptOf(linked, submissionId).problems).toEqual(['https://schema.fitko.de/fit-connect/events/problems/invalid-event-log'])
})

test('a log that contradicts itself is waited for by nobody', async () => {
  const linked = await mappedTown()
  const sent = await linked.portal.send(aForm())
  const [event = ''] = keptOf(linked, sent.submissionId).log
  const other = await linked.portal.send(aForm(fimData({ F00000001: 'Jemand' })))
  await linked.portal.put({ ...sent, metadata: other.metadata })
  keptOf(linked, sent.submissionId).log.unshift(event)
  await linked.link.runDue()
  expect(keptOf(linked, sent.submissionId).problems).toEqual(['https://schema.fitko.de/fit-connect/events/problems/invalid-event-log'])
})

test('what the portal deletes before it is accepted leaves no application and nothing encrypted', async () => {
  const linked = await mappedTown()
  const [early, late] = [await linked.portal.send({ ...aForm(), files: [aPdf] }), await linked.portal.send({ ...aForm(), files: [aPdf] })]
  keptOf(linked, early.submissionId).settled = 'expired'
  keptOf(linked, late.submissionId).log.splice(0)
  await linked.link.runDue()
  expect(await filesKept(linked)).toHaveLength(1)
  linked.clock.move(14 * 24 * 60 * MINUTE_MS)
  await linked.portal.kept.sweep()
  await linked.link.runDue()
  expect([await rowOf(linked, late.submissionId), await filesKept(linked), await applicationsOf(linked)]).toMatchObject([{ state: 'expired', problem: 'withdrawn', metadata_jwe: null }, [], []])
})

test('what the portal took back between the application and the word about it is told to an administrator', async () => {
  let isBroken = true
  const linked = await mappedTown({ fate: (path, method) => (isBroken && method === 'POST' && path.endsWith('/events') ? 'breaks' : 'answers') })
  const { submissionId } = await linked.portal.send(aForm())
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'registered', problem: 'unreachable' })
  isBroken = false
  linked.clock.move(14 * 24 * 60 * MINUTE_MS)
  await linked.link.runDue()
  expect(await rowOf(linked, submissionId)).toMatchObject({ state: 'expired', problem: 'withdrawn-late' })
  expect((await linked.state()).submissions).toMatchObject([{ problem: 'withdrawn-late' }])
  expect(await applicationsOf(linked)).toHaveLength(1)
})
