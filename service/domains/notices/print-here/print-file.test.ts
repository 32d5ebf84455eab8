import { randomUUID } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '../../../../shared/canonical.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aPaper, aSent } from '../../../../shared/domains/notices/testing.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { derivedUuid, NoticeId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { createPipeline } from '../../../commands/pipeline.ts'
import { aCommand } from '../../../commands/testing.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { anOrigin, testDatabase, TEST_TOWN } from '../../../store/testing.ts'
import { COMPLETIONS } from '../../completions.ts'
import { readPdf } from '../../letters/testing.ts'
import { createTypesetter } from '../../letters/typesetter.ts'
import { loadRunRows } from '../run-rows.ts'
import { addNoticeTown } from '../sending/testing.ts'
import { boundFile } from './bound-file.ts'
import { noticeProof } from './notice-proof.ts'
import { printFile } from './print-file.ts'
import { areToPrint } from './printed.ts'

const typesetter = createTypesetter({ log: { info: () => undefined, warn: () => undefined, error: () => undefined } })
afterAll(() => typesetter.close())

const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9))
const BY = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer' }
const HASH = '1'.repeat(64)
const run = aNoticeRun({ version: 0, submitted: { ...BY, contentHash: HASH, rowsHash: HASH, count: 3, totalCents: 0, paper: aPaper() } })
const access = { actor: { ...anActor('clerk'), townId: TEST_TOWN }, scopes: new Map([[run.scope, '1']]) }

let database: Database
beforeEach(async () => {
  database = await testDatabase()
  await addNoticeTown(database)
})

const toPrint = (number: number, houseNumber: string, sent: Partial<NonNullable<Notice['sent']>> = {}): Notice => aNotice(number, {
  version: 0, content: aNoticeContent({ recipient: { ...aNoticeContent().recipient, name: `Änne Großkopf ${number}`, houseNumber }, reference: `4711.${number}` }),
  checked: { channel: 'here', pages: 2, problems: [] }, sent: aSent({ channel: 'here', state: 'to-print', handedOverAt: NOW, changedAt: NOW, ...sent }),
})

async function put(notices: readonly Notice[], row: NoticeRun = run): Promise<void> {
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'notice_runs', row }, ...notices.map(notice => ({ table: 'notices' as const, row: notice }))]))
}

const parts = () => ({ database, clock: { nowMs: () => Date.UTC(2026, 10, 24, 10) }, typesetter })
const asked = (notices: readonly Notice[], of = access) => printFile(parts(), of, { runId: run.id, noticeIds: notices.map(({ id }) => id) })

async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const { texts, pages } = await readPdf(pdf)
  return Array.from({ length: pages }, (_, index) => texts.filter(({ page }) => page === index + 1).map(({ text }) => text).join(' '))
}

test('letters come in the order of the post below a cover sheet, each on a sheet of its own; the file that was checked is the one that is printed', async () => {
  const [last, first, third] = [toPrint(1, '12'), toPrint(2, '3'), toPrint(3, '12a')]
  await put([last, first, third])
  const kept = await PDFDocument.create()
  kept.addPage().drawText('as it was checked')
  const bytes = await kept.save()
  await database.db.insertInto('notice_files').values({ town_id: TEST_TOWN, notice_id: first.id, rendition: 'print', content_hash: HASH, sha256: sha256Hex(bytes), bytes }).execute()
  await database.db.insertInto('notice_checks').values({ town_id: TEST_TOWN, notice_id: first.id, run_id: run.id, content_hash: HASH, pages: 1, problems: '[]', sha256: sha256Hex(bytes), account_sha256: '' }).execute()
  const file = await asked([last, first, third])
  if (!file.ok) throw new Error(file.error.code)
  const pages = await pagesOf(file.value)
  expect(pages.map(text => /Stapel 1 von 1|as it was checked|4711\.\d|^$/.exec(text)?.[0])).toEqual(['Stapel 1 von 1', '', 'as it was checked', '', '4711.1', '4711.1', '4711.3', '4711.3'])
  expect(pages[0]).toMatch(/Nr\. 2, Änne Großkopf 2, 39517 Tangerhütte.*Nr\. 3, Änne Großkopf 3/)
})

test('printed on one side there are no empty pages', async () => {
  const one = await PDFDocument.create()
  one.addPage([595.276, 841.89])
  const page = await one.save()
  const count = async (isDuplex: boolean): Promise<number> => (await PDFDocument.load(await boundFile([{ cover: page, letters: [page, page] }], isDuplex))).getPageCount()
  expect([await count(false), await count(true)]).toEqual([3, 6])
})

test('what is not to be printed here any more, is held, or is of another department is refused', async () => {
  const [waits, gone] = [toPrint(1, '1'), toPrint(2, '2', { state: 'printed' })]
  await put([waits, gone])
  expect([await asked([waits, gone]), await asked([waits], { ...access, scopes: new Map() }), await asked([aNotice(9)])]).toMatchObject([
    { error: { code: 'notices/not-to-print' } }, { error: { code: 'commands/record-missing' } }, { error: { code: 'commands/record-missing' } },
  ])
})

test('while a run is held nothing is printed', async () => {
  const waits = toPrint(1, '1')
  await put([waits], { ...run, paused: BY })
  expect(await asked([waits])).toMatchObject({ error: { code: 'notices/wrong-stage' } })
})

test('letters that were printed are entered once, all or none, and leave no file behind', async () => {
  const [one, other] = [toPrint(1, '1'), toPrint(2, '2')]
  await put([one, other], { ...run, tally: { ...run.tally, toPrint: 2 } })
  await database.db.insertInto('notice_files').values({ town_id: TEST_TOWN, notice_id: one.id, rendition: 'print', content_hash: HASH, sha256: HASH, bytes: new Uint8Array([1]) }).execute()
  const pipeline = createPipeline({ database, clock: parts().clock, effects: new Map(), guards: new Map([['notices.printed', areToPrint]]), completions: COMPLETIONS })
  const entered = async (noticeIds: readonly NoticeId[]) => (await pipeline.run(access.actor, [aCommand(randomUUID(), 'notices.printed', { runId: run.id, day: '2026-11-24', noticeIds: [...noticeIds] })]))[0]
  expect([await entered([one.id]), await entered([one.id, other.id]), await entered([one.id])]).toMatchObject([{ kind: 'applied' }, { kind: 'refused', code: 'notices/not-to-print' }, { kind: 'refused', code: 'notices/not-to-print' }])
  const rows = await loadRunRows(database.db, TEST_TOWN, { runs: [run.id], notices: [one.id, other.id] }, false)
  expect([rows.notice(one.id)?.sent?.state, rows.notice(one.id)?.facts.length, rows.notice(other.id)?.sent?.state, rows.run(run.id)?.tally]).toMatchObject(['printed', 1, 'to-print', { toPrint: 1, printed: 1 }])
  expect(await database.db.selectFrom('notice_files').select('notice_id').execute()).toEqual([])
})

test('the proof says all that is known of how a notice reached its recipient', async () => {
  const notice = { ...toPrint(1, '1', { channel: 'post', state: 'dispatched', letterId: '70001', postedDay: '2026-11-24', sha256: 'ab'.repeat(32), track: { code: 'DELIVERED', at: NOW } }),
    facts: [{ id: NoticeId.parse(derivedUuid('fact', '1')), kind: 'posted' as const, day: '2026-11-24', at: NOW, byPersonId: null, byName: '', note: '', isAbroad: false }] }
  await put([notice])
  await database.db.insertInto('notice_letters').values({ town_id: TEST_TOWN, notice_id: notice.id, run_id: run.id, attempt: 1, state: 'dispatched', letter_id: '70001', handed_over_at: NOW }).execute()
  const proof = await noticeProof(parts(), access, { noticeId: notice.id })
  if (!proof.ok) throw new Error(proof.error.code)
  const words = (await pagesOf(Buffer.from(proof.value.pdf, 'base64'))).join(' ')
  for (const said of ['Zustellnachweis', '4711.1', aNoticeKind().title, '70001', 'DELIVERED', 'abababababababab', `${notice.id.slice(-12)}/1`, '24. November 2026: zur Post gegeben']) expect(words.replaceAll(/\s+/g, ' ')).toContain(said)
  expect(await noticeProof(parts(), { ...access, scopes: new Map() }, { noticeId: notice.id })).toMatchObject({ error: { code: 'commands/record-missing' } })
})
