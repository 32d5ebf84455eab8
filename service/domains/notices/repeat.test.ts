import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { theFacts } from '../../../shared/domains/notices/clock/testing.ts'
import { NOTHING_SENT, type Notice } from '../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aSent } from '../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId, PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { testService, type TestService } from '../../testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const REPLACEMENTS = NoticeRunId.parse(derivedUuid('test/notice-run', 'replacements'))
const by = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer', reason: 'doch nicht' }

let town: TestService
beforeEach(async () => {
  town = await testService()
})
afterEach(() => town.close())

const failed = (number: number, more: Partial<Notice> = {}): Notice => aNotice(number, { sent: aSent({ state: 'failed', handedOverAt: null }), ...more })
/** Stands in the place of one of the run that failed. */
const inPlaceOf = (notice: Notice, more: Partial<Notice> = {}): Notice =>
  aNotice(notice.number + 100, { runId: REPLACEMENTS, number: notice.number, replaces: notice.id, content: aNoticeContent({ replaced: { reference: notice.content.reference, dated: '2026-11-02', why: 'new-address', reason: 'verzogen' } }), ...more })

async function repeated(notices: readonly Notice[], more: readonly Notice[] = []): Promise<{ readonly answer: string; readonly waiting: readonly number[]; readonly failed: number | undefined }> {
  const run = aNoticeRun({ ...released(), tally: { ...NOTHING_SENT, failed: notices.length } })
  await town.change([{ table: 'notice_kinds', row: aNoticeKind() }, { table: 'notice_runs', row: run }, { table: 'notice_runs', row: aNoticeRun({ id: REPLACEMENTS }) }, ...[...notices, ...more].map(row => ({ table: 'notices' as const, row }))])
  const command = { id: randomUUID().replace(/^(.{14})./, '$17'), name: 'notices.repeat', version: 1, input: { runId: run.id }, basedOn: [], after: [], recordedAt: NOW }
  const response = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer('clerk.ordnung'), payload: { commands: [command] } })
  const [answer] = response.json<{ answers: readonly { readonly kind: string; readonly code?: string }[] }>().answers
  const rows = await town.database.db.selectFrom('notices').select(['number', 'sent']).where('run_id', '=', run.id).orderBy('number').execute()
  const { tally } = await town.database.db.selectFrom('notice_runs').select('tally').where('id', '=', run.id).executeTakeFirstOrThrow()
  return { answer: answer?.code ?? answer?.kind ?? '', waiting: rows.flatMap(({ number, sent }) => (sent === null ? [number] : [])), failed: tally.failed }
}

/** Released, and handed over by now. */
function released(): Pick<ReturnType<typeof aNoticeRun>, 'submitted' | 'checked' | 'released' | 'handedOverAt'> {
  const [submitter, releaser] = ['submitter', 'releaser'].map(name => ({ at: NOW, byPersonId: derivedUuid('test/person', name), byName: name, contentHash: '0'.repeat(64) }))
  return { submitted: { ...submitter, rowsHash: '0'.repeat(64), count: 0, totalCents: 0 }, checked: { contentHash: '0'.repeat(64) }, released: { ...releaser, outAt: NOW, looked: [] }, handedOverAt: NOW } as never
}

test('what failed waits again, but for what another notice has replaced or is about to', async () => {
  const [first, second, third, fourth] = [failed(1), failed(2, { facts: [...theFacts({ kind: 'posted', day: '2026-11-03' }, { kind: 'replaced', day: '2026-11-10' })] }), failed(3), failed(4)]
  const answer = await repeated([first, second, third, fourth], [inPlaceOf(third), inPlaceOf(fourth, { leftOut: by })])
  expect(answer).toEqual({ answer: 'applied', waiting: [1, 4], failed: 2 })
})

test('where all that failed is replaced nothing is repeated', async () => {
  const one = failed(1)
  expect(await repeated([one], [inPlaceOf(one)])).toEqual({ answer: 'notices/nothing-failed', waiting: [], failed: 1 })
})

test('where all that failed is said to be replaced nothing is repeated, unless that was wrong', async () => {
  const replaced = { kind: 'replaced', day: '2026-11-10' } as const
  expect(await repeated([failed(1, { facts: [...theFacts(replaced)] })])).toEqual({ answer: 'notices/nothing-failed', waiting: [], failed: 1 })
  await town.close()
  town = await testService()
  expect(await repeated([failed(1, { facts: [...theFacts(replaced, { kind: 'corrected', day: '2026-11-11', of: 'replaced' })] })])).toEqual({ answer: 'applied', waiting: [1], failed: 0 })
})
