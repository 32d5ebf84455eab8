import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoticeRules } from '../../../shared/domains/notices/clock/rule-sets.ts'
import { STANDARD_RULE_SETS } from '../../../shared/domains/notices/clock/standard-rule-sets.ts'
import { theFacts } from '../../../shared/domains/notices/clock/testing.ts'
import { settingsHash } from '../../../shared/domains/notices/kind-commands.ts'
import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import type { NoticeKind } from '../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeKind, aNoticeRun, aSent } from '../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId, PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { testService, type TestService } from '../../testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const TODAY = '2026-11-22'
const kind = aNoticeKind({ templateId: 'notice' })

let town: TestService
beforeAll(async () => {
  town = await testService()
  await town.change([
    ...STANDARD_TEMPLATES.map(row => ({ table: 'letter_templates' as const, row })),
    { table: 'notice_kinds', row: kind }, { table: 'notice_runs', row: aNoticeRun() },
    { table: 'notices', row: aNotice(1, { sent: aSent(), facts: [...theFacts({ kind: 'posted', day: '2026-11-20' }, { kind: 'returned', day: '2026-11-21' })] }) },
  ])
})
afterAll(() => town.close())

const rules = (from: string): NoticeRules => ({ ...(STANDARD_RULE_SETS[0]?.versions.at(-1) as NoticeRules), from })

async function answerTo(login: string, name: string, input: object, basedOn: readonly object[] = []): Promise<string> {
  const command = { id: randomUUID().replace(/^(.{14})./, '$17'), name, version: 1, input, basedOn, after: [], recordedAt: NOW }
  const response = await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer(login), payload: { commands: [command] } })
  const [answer] = response.json<{ answers: readonly { readonly kind: string; readonly code?: string }[] }>().answers
  return answer?.code ?? answer?.kind ?? ''
}
async function setLaw(from: string, ruleSetId = 'vwvfg'): Promise<string> {
  const row = await town.database.db.selectFrom('notice_rule_sets').select('version').where('id', '=', ruleSetId).executeTakeFirst()
  return answerTo('administrator', 'notices.set-law', { ruleSetId, title: ruleSetId, version: rules(from) }, row ? [{ table: 'notice_rule_sets', id: ruleSetId, version: row.version }] : [])
}

test.each([
  ['the day on which one left', '2026-11-20', 'vwvfg', 'notices/law-day-passed'],
  ['a day before it', '2026-11-01', 'vwvfg', 'notices/law-day-passed'],
  ['the day after it, on which one came back', '2026-11-21', 'vwvfg', 'applied'],
  ['a law under which nothing left', '2026-11-20', 'ao', 'applied'],
  ['a day that is ahead', '2026-11-23', 'ozg', 'applied'],
])('a version of a law from %s', async (_name, from, ruleSetId, expected) => {
  expect(await setLaw(from, ruleSetId)).toBe(expected)
})

test('a version from today is taken as long as nothing left today, a correction of an entry included', async () => {
  const [posted] = theFacts({ kind: 'posted', day: '2026-11-20' })
  await town.change([{ table: 'notices', row: aNotice(2, { sent: aSent(), facts: [...theFacts({ kind: 'posted', day: '2026-11-01' }, { kind: 'corrected', day: TODAY, of: posted?.id ?? '', rightDay: TODAY })] }) }])
  expect(await setLaw(TODAY)).toBe('notices/law-day-passed')
})

test('a kind changes its law until a run of it was released', async () => {
  const { scope: _scope, version: _version, mapping: _mapping, forAll: _forAll, ...content } = kind
  let shown = kind
  const set = async (changed: Partial<NoticeKind>) => {
    const answer = await answerTo('lead.ordnung', 'notices.set-kind', { ...content, departmentId: 'ordnung', basedOn: settingsHash(shown), ...changed })
    if (answer === 'applied') shown = { ...kind, ...changed }
    return answer
  }
  expect(await set({ ruleSetId: 'ao' })).toBe('applied')
  expect(await set({ ruleSetId: 'vwvfg' })).toBe('applied')
  const by = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'lead.ordnung')), byName: 'lead.ordnung', contentHash: '0'.repeat(64) }
  const submitted = { ...by, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), rowsHash: '0'.repeat(64), count: 0, totalCents: 0 } as never
  const checked = { contentHash: '0'.repeat(64) } as never
  await town.change([{ table: 'notice_runs', row: aNoticeRun({ id: NoticeRunId.parse(derivedUuid('test/notice-run', 'out')), submitted, checked, released: { ...by, outAt: NOW, looked: [] } }) }])
  expect([await set({ ruleSetId: 'ao' }), await set({ title: 'Umlage' })]).toEqual(['notices/law-in-use', 'applied'])
})
