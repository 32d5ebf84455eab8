import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aSent } from '../../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { testService, type TestService } from '../../../testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const by = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer', reason: 'doch nicht' }
const runCalled = (name: string) => aNoticeRun({ id: NoticeRunId.parse(derivedUuid('test/notice-run', name)) })
const [BEFORE, DRAFT] = [runCalled('before'), runCalled('draft')]
const replaced = aNotice(1, { runId: BEFORE.id, sent: aSent({ state: 'dispatched' }) })
const inItsPlace = (number: number, more: Partial<Notice>): Notice => aNotice(number, {
  runId: DRAFT.id, replaces: replaced.id, content: aNoticeContent({ replaced: { reference: replaced.content.reference, dated: '2026-11-02', why: 'corrected', reason: 'Fläche war zu groß' } }), ...more,
})
const [keptBack, other] = [inItsPlace(2, { leftOut: by }), inItsPlace(3, {})]

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([{ table: 'notice_kinds', row: aNoticeKind() }, ...[BEFORE, DRAFT].map(row => ({ table: 'notice_runs' as const, row })), ...[replaced, keptBack, other].map(row => ({ table: 'notices' as const, row }))])
})
afterAll(() => town.close())

async function answerTo(verb: string, input: object): Promise<string> {
  const command = { id: randomUUID().replace(/^(.{14})./, '$17'), name: `notices.${verb}`, version: 1, input, basedOn: [], after: [], recordedAt: NOW }
  const response = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer('clerk.ordnung'), payload: { commands: [command] } })
  const [answer] = response.json<{ answers: readonly { readonly kind: string; readonly code?: string }[] }>().answers
  return answer?.code ?? answer?.kind ?? ''
}

test('what was kept back is taken in again only while nothing else stands in the place of the same notice', async () => {
  expect(await answerTo('take-in', { noticeId: keptBack.id })).toBe('notices/replacement-exists')
  expect(await answerTo('leave-out', { noticeId: other.id, reason: 'doch die andere' })).toBe('applied')
  expect(await answerTo('take-in', { noticeId: keptBack.id })).toBe('applied')
  expect(await answerTo('take-in', { noticeId: other.id })).toBe('notices/replacement-exists')
})
