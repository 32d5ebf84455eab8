import { expect, test } from 'vitest'
import type { NewSubmission } from '../demo/fit-connect/kept.ts'
import { addressOf, aForm, fimData, mapSchema, TEST_SCHEMA, townOfTest, type LinkedTown } from './testing.ts'

// Everything of the outside that is wrong: refused, in no line of the log with what somebody wrote, and before an administrator's eyes. What is wrong with a call stands in `callback/callback.test.ts`.

async function town(parts: Parameters<typeof townOfTest>[0] = {}): Promise<LinkedTown> {
  const linked = await townOfTest(parts)
  await linked.link.runDue()
  return linked
}

const SECRETS = /Großkopf|Bello|example\.org|Lüderitz/
const aPdf = { filename: 'Ausweis Großkopf.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }

/** Takes in what was put there; nothing became an application, and nobody reads in the log who it was. */
async function refused(linked: LinkedTown): Promise<Awaited<ReturnType<LinkedTown['state']>>> {
  await linked.link.runDue()
  expect(await linked.database.db.selectFrom('applications').select('id').execute()).toEqual([])
  expect(linked.lines.some(line => line.includes('fit-connect.'))).toBe(true)
  expect(linked.lines.join('\n')).not.toMatch(SECRETS)
  const state = await linked.state()
  expect(JSON.stringify(state)).not.toMatch(SECRETS)
  return state
}

const reencoded = (jwe: string, change: (parts: string[]) => void): string => {
  const parts = jwe.split('.')
  change(parts)
  return parts.join('.')
}

/** A sender that signs for what it sends, broken as it is. */
async function sendBroken({ portal }: LinkedTown, change: (honest: NewSubmission) => Partial<NewSubmission>): Promise<string> {
  const honest = await portal.send({ ...aForm(), files: [aPdf] })
  portal.kept.submissions.get(honest.submissionId)?.log.splice(0)
  await portal.put({ ...honest, ...change(honest) })
  return honest.submissionId
}

const foreignHead = Buffer.from(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'somebody-else' })).toString('base64url')

test.each([
  ['a key that is none of ours', 'encryption-issue', (linked: LinkedTown) => sendBroken(linked, ({ metadata }) => ({ metadata: reencoded(metadata, parts => { parts[0] = foreignHead }) }))],
  ['a ciphertext cut off in its middle', 'encryption-issue', (linked: LinkedTown) => sendBroken(linked, ({ data }) => ({ data: reencoded(data ?? '', parts => { parts[3] = parts[3]?.slice(0, 40) ?? '' }) }))],
  ['a ciphertext cut off at its end', 'encryption-issue', (linked: LinkedTown) => sendBroken(linked, ({ data }) => ({ data: (data ?? '').slice(0, -200) }))],
  ['a file cut off in its middle', 'encryption-issue', (linked: LinkedTown) => sendBroken(linked, ({ attachments }) => ({ attachments: new Map([...attachments].map(([id, jwe]) => [id, reencoded(jwe, parts => { parts[3] = parts[3]?.slice(0, 8) ?? '' })])) }))],
  ['no data at all', 'missing-data', (linked: LinkedTown) => sendBroken(linked, () => ({ data: null }))],
  ['data of eleven megabytes', 'technical-error', async ({ portal }: LinkedTown) => (await portal.send(aForm(fimData({ F00000009: 'x'.repeat(11 * 1024 * 1024) })))).submissionId],
  ['metadata with a name that no database keeps', 'syntax-violation', async ({ portal }: LinkedTown) => (await portal.send({ ...aForm(), files: [{ ...aPdf, filename: 'a\u0000.pdf' }] })).submissionId],
  ['a file that is described twice', 'attachments-mismatch', async ({ portal }: LinkedTown) => (await portal.send({ ...aForm(), files: [aPdf], twist: metadata => {
    const twice = structuredClone(metadata) as unknown as { contentStructure: { attachments: unknown[] } }
    twice.contentStructure.attachments.push(twice.contentStructure.attachments[0])
    return twice
  } })).submissionId],
])('%s goes back for a technical reason that an administrator reads', async (_name, reason, put) => {
  const linked = await town()
  await mapSchema(linked.database)
  const id = await put(linked)
  expect((await refused(linked)).submissions).toMatchObject([{ id, state: 'rejected', problem: reason }])
  expect(linked.portal.kept.submissions.get(id)).toMatchObject({ settled: 'rejected', problems: [`https://schema.fitko.de/fit-connect/events/problems/${reason}`] })
  expect(await linked.database.db.selectFrom('fit_connect_attachments').select('jwe').execute()).toEqual([])
})

test('a schema that the town does not know waits for an administrator, with its end', async () => {
  const linked = await town()
  const { submissionId } = await linked.portal.send({ ...aForm(), files: [aPdf] })
  expect((await refused(linked)).submissions).toMatchObject([{ id: submissionId, state: 'collected', problem: 'no-mapping', about: TEST_SCHEMA, expiresAt: '2026-12-07T09:00:00.000Z' }])
})

test('a destination that the portal does not know is told', async () => {
  const linked = await town()
  linked.portal.kept.destinations.clear()
  expect((await refused(linked)).destinations).toMatchObject([{ problem: 'unknown-destination' }])
})

const FOREIGN = '0192a000-0000-4000-8000-0000000000ff'

/** The portal's answers, with a destination of another town in them. */
const strayed = (path: RegExp): typeof fetch => async (input, init) => {
  const answer = await fetch(input, init)
  if (!path.test(addressOf(input)) || !answer.ok) return answer
  return new Response((await answer.text()).replaceAll(/"destinationId":"[0-9a-f-]{36}"/g, `"destinationId":"${FOREIGN}"`), { status: answer.status, headers: answer.headers })
}

test('a submission that is announced for another town’s destination is not collected, and counted', async () => {
  const linked = await town({ fetch: strayed(/\/submissions\?/) })
  await mapSchema(linked.database)
  await linked.portal.send(aForm())
  expect(await refused(linked)).toMatchObject({ submissions: [], refusals: [{ code: 'unknown-destination', about: FOREIGN, times: 1 }] })
})

test('a submission that turns out to be another town’s when it is collected is not opened', async () => {
  const linked = await town({ fetch: strayed(/\/submissions\/[0-9a-f-]{36}$/) })
  await mapSchema(linked.database)
  const { submissionId } = await linked.portal.send(aForm())
  expect(await refused(linked)).toMatchObject({ submissions: [{ id: submissionId, state: 'announced', problem: 'foreign' }], refusals: [{ code: 'unknown-destination', about: FOREIGN }] })
})
