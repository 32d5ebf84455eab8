import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTownsSettings } from '../../../../shared/domains/alerts/testing.ts'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { instantFromMs, plusDays } from '../../../../shared/time.ts'
import { startMailSink, type MailSink } from '../../../demo/mail-sink.ts'
import { aLog } from '../../../delivery/testing.ts'
import { loadRecords } from '../../../store/records.ts'
import { testService, TEST_TOWN, type TestService } from '../../../testing.ts'
import { startWarningSource } from '../../../demo/warning-source.ts'
import { forgetOldWarnings } from './forget-warnings.ts'
import { aNinaList, aNinaWarning, startSource, type TestSource } from './testing.ts'
import { createWarningWatch, type WarningWatch } from './warning-watch.ts'

const MINUTE_MS = 60_000
const LIST = '/api31/dashboard/150900000000.json'
const at = (id: string): string => `/api31/warnings/${id}.json`

let town: TestService
let source: TestSource
let sink: MailSink
let folder: string
beforeEach(async () => {
  sink = await startMailSink({ port: 0 })
  town = await testService({ smtpUrl: sink.smtpUrl })
  source = await startSource()
  folder = await mkdtemp(join(tmpdir(), 'warnings-'))
  await town.change([{ table: 'alert_settings', row: aTownsSettings() }])
})
afterEach(async () => {
  await town.close()
  await source.close()
  await sink.close()
  await rm(folder, { recursive: true })
})

const aWatch = (more: { readonly addresses?: readonly string[]; readonly folder?: string; readonly longestMs?: number; readonly fetch?: typeof globalThis.fetch } = {}): WarningWatch =>
  createWarningWatch({ database: town.database, townId: TEST_TOWN, clock: town.clock, log: aLog(), fetch, addresses: [`${source.url}${LIST}`], folder: null, ...more })

async function stored(): Promise<readonly OfficialWarning[]> {
  const ids = await town.database.db.selectFrom('official_warnings').select('id').orderBy('sent_at').execute()
  const rows = await loadRecords(town.database.db, TEST_TOWN, ids.map(({ id }) => ({ table: 'official_warnings', id }) as const), false)
  return ids.map(({ id }) => rows.get(`official_warnings/${id}`) as OfficialWarning)
}
const sources = async () => (await town.app.inject({ url: '/v1/alerts/warning-sources', headers: await town.bearer('officer') })).json<{ readonly sources: readonly Readonly<Record<string, unknown>>[] }>().sources
const now = () => instantFromMs(town.clock.nowMs())

async function acknowledge(warningId: string | undefined): Promise<void> {
  const command = { id: randomUUID(), name: 'alerts.acknowledge', version: 1, input: { warningId }, basedOn: [], after: [], recordedAt: now() }
  await town.app.inject({ method: 'POST', url: '/v1/commands', headers: await town.bearer('officer'), payload: { commands: [command] } })
}

test('what stands on a list is fetched once, is one by whichever way it comes, and is over when the list no longer names it', async () => {
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['dwd.2.49.0.1', 'b']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') }, [at('dwd.2.49.0.1')]: { body: aNinaWarning('dwd.2.49.0.1') }, '/cap': { body: aNinaWarning('2.49.0.1') } })
  const watch = aWatch({ addresses: [`${source.url}${LIST}`, `${source.url}/cap`] })
  await watch.runDue()
  const fresh = { headline: 'Rauchgase über Tangerhütte', areaNames: ['Gemeinde/Stadt: Tangerhütte'], acknowledged: null, receivedAt: now() }
  expect(await stored()).toMatchObject([fresh, fresh])
  source.asked()
  await watch.runDue()
  expect(source.asked().toSorted()).toEqual([`${LIST} 304`, '/cap 304'])
  source.say({ [LIST]: { body: aNinaList([]) } })
  town.clock.move(MINUTE_MS)
  await watch.runDue()
  expect((await stored()).map(({ endsAt }) => endsAt)).toEqual([now(), now()])
  // A list that was empty by mistake: what it names again holds again.
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  expect((await stored()).map(({ endsAt }) => endsAt).filter(end => end === null)).toHaveLength(1)
})

test('a source is asked by the way out that the service was given', async () => {
  const asked: string[] = []
  const watch = aWatch({ fetch: (address, how) => {
    asked.push(address instanceof Request ? address.url : address.toString())
    return fetch(address, how)
  } })
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  expect(asked).toEqual([`${source.url}${LIST}`, `${source.url}${at('mow.1')}`])
})

test('an update replaces and an all-clear ends, also where they come before what they speak of; a drill ends nothing that is real', async () => {
  const watch = aWatch({ addresses: ['one', 'two', 'three', 'four'].map(name => `${source.url}/${name}`) })
  source.say({
    '/two': { body: aNinaWarning('mow.2', { msgType: 'Update', references: 'mow.1', sent: '2026-11-22T09:55:00+01:00' }) },
    '/three': { body: aNinaWarning('mow.3', { references: 'mow.1 DE,mow.2,2026-11-22T09:55:00+01:00', sent: '2026-11-22T09:58:00+01:00', info: { headline: 'Entwarnung: Rauchgase' } }) },
    '/four': { body: aNinaWarning('mow.4', { status: 'Exercise', msgType: 'Cancel', references: 'mow.3', sent: '2026-11-22T09:59:00+01:00' }) },
  })
  await watch.runDue()
  source.say({ '/one': { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  expect((await stored()).map(({ identifier, endsAt, isAllClear, isTest }) => [identifier, endsAt, isAllClear, isTest])).toEqual([
    ['mow.1', '2026-11-22T08:55:00.000Z', false, false], ['mow.2', '2026-11-22T08:58:00.000Z', false, false], ['mow.3', '2026-11-23T08:58:00.000Z', true, false], ['mow.4', '2026-11-23T08:59:00.000Z', true, true],
  ])
})

test('one without an end holds as long as its list names it, however old it is, and for a day where no list does', async () => {
  const watch = aWatch({ addresses: [`${source.url}${LIST}`, `${source.url}/one`, `${source.url}/old`] })
  const old = { sent: '2026-10-01T09:50:00+02:00' }
  source.say({ [LIST]: { body: aNinaList([['mow.water', 'a']]) }, [at('mow.water')]: { body: aNinaWarning('mow.water', old) }, '/one': { body: aNinaWarning('mow.1') }, '/old': { body: aNinaWarning('mow.old', old) } })
  await watch.runDue()
  expect((await stored()).map(({ identifier, endsAt }) => [identifier, endsAt])).toEqual([['mow.water', null], ['mow.1', '2026-11-23T08:50:00.000Z']])
})

test('where some of a list cannot be read nothing is over by it', async () => {
  const watch = aWatch()
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['mow.2', 'b']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') }, [at('mow.2')]: { body: aNinaWarning('mow.2') } })
  await watch.runDue()
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['../mow.2', 'b']]) } })
  town.clock.move(MINUTE_MS)
  await watch.runDue()
  expect([(await stored()).map(({ endsAt }) => endsAt), (await sources())[0]?.['problem']]).toEqual([[null, null], 'not-understood'])
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a']]) } })
  await watch.runDue()
  expect((await stored()).map(({ endsAt }) => endsAt)).toEqual([null, now()])
})

test('an older copy of what is known changes nothing', async () => {
  const watch = aWatch({ addresses: [`${source.url}/one`, `${source.url}/mirror`] })
  source.say({ '/one': { body: aNinaWarning('mow.1', { sent: '2026-11-22T09:55:00+01:00', info: { headline: 'Rauchgase auch in Uetz' } }) } })
  await watch.runDue()
  source.say({ '/mirror': { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  expect((await stored()).map(({ headline, sentAt }) => [headline, sentAt])).toEqual([['Rauchgase auch in Uetz', '2026-11-22T08:55:00.000Z']])
})

test('what was said anew after the word that ended it holds again, whichever of them comes first', async () => {
  const watch = aWatch()
  const cancel = aNinaWarning('mow.2', { msgType: 'Cancel', references: 'mow.1', sent: '2026-11-22T09:51:00+01:00' })
  const anew = aNinaWarning('mow.1', { sent: '2026-11-22T09:52:00+01:00' })
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['mow.2', 'a']]) }, [at('mow.1')]: { body: anew }, [at('mow.2')]: { body: cancel } })
  await watch.runDue()
  const found = (await stored()).map(({ identifier, endsAt }) => [identifier, endsAt])
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'b'], ['mow.2', 'b']]) }, [at('mow.1')]: { body: anew }, [at('mow.2')]: { body: cancel } })
  await watch.runDue()
  // The word that ended it comes once more, and alone.
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'b'], ['mow.2', 'c']]) }, [at('mow.2')]: { body: cancel } })
  await watch.runDue()
  expect([found, (await stored()).map(({ identifier, endsAt }) => [identifier, endsAt])]).toEqual(Array.from({ length: 2 }, () => [['mow.2', null], ['mow.1', null]]))
})

test('what takes others back from the future ends them now, and words mended in silence are taken without calling anybody again', async () => {
  const watch = aWatch()
  const list = (...entries: readonly (readonly [string, string])[]) => ({ [LIST]: { body: aNinaList(entries) }, [at('mow.1')]: { body: aNinaWarning('mow.1', { info: { headline: 'Rauchgase, auch in Uetz' } }) } })
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  await acknowledge((await stored())[0]?.id)
  source.say(list(['mow.1', 'b']))
  await watch.runDue()
  expect(await stored()).toMatchObject([{ headline: 'Rauchgase, auch in Uetz', acknowledged: { byName: 'officer' }, endsAt: null }])
  source.say({ ...list(['mow.1', 'b'], ['mow.2', 'c']), [at('mow.2')]: { body: aNinaWarning('mow.2', { msgType: 'Cancel', references: 'mow.1', sent: '2031-01-01T00:00:00Z' }) } })
  town.clock.move(MINUTE_MS)
  await watch.runDue()
  expect((await stored()).map(({ identifier, endsAt }) => [identifier, endsAt])).toEqual([['mow.1', now()], ['mow.2', null]])
})

test('one that breaks something is seen at its source, and the next time is another one', async () => {
  const watch = createWarningWatch({ database: town.database, townId: TEST_TOWN, clock: town.clock, log: aLog(), fetch, addresses: [`${source.url}/one`], folder: null })
  source.say({ '/one': { body: aNinaWarning('mow.1') } })
  await sql`alter table official_warnings rename to official_warnings_away`.execute(town.database.db)
  await watch.runDue().catch(() => undefined)
  expect(await sources()).toMatchObject([{ problem: 'not-understood', answeredAt: null }])
  await sql`alter table official_warnings_away rename to official_warnings`.execute(town.database.db)
  await watch.runDue()
  expect([(await stored()).length, await sources()]).toMatchObject([1, [{ problem: null, answeredAt: now() }]])
})

test('what is said anew under its old name has been acknowledged by nobody; the same again changes nothing', async () => {
  const watch = aWatch()
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  const [warning] = await stored()
  await acknowledge(warning?.id)
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'b']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  const [same] = await stored()
  expect([same?.acknowledged?.byName, same?.version]).toEqual(['officer', (warning?.version ?? 0) + 1])
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'c']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1', { sent: '2026-11-22T09:57:00+01:00', info: { headline: 'Rauchgase auch in Uchtdorf' } }) } })
  await watch.runDue()
  expect((await stored()).map(({ headline, acknowledged }) => [headline, acknowledged])).toEqual([['Rauchgase auch in Uchtdorf', null]])
})

test('a source that fails is seen, with how and when it answered last, and keeps no other back', async () => {
  const failures = {
    refused: { status: 500, body: 'x' }, redirected: { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } }, 'too-large': { body: `[${'1,'.repeat(600_000)}1]` },
    'not-understood': { body: '<html>Wartung</html>' }, unreachable: { isSilent: true },
  } as const
  const watch = aWatch({ addresses: [`${source.url}${LIST}`, `${source.url}/other?token=secret`], longestMs: 3_000 })
  source.say({ [LIST]: { body: aNinaList([]) }, '/other?token=secret': { body: aNinaWarning('mow.0') } })
  await watch.runDue()
  const answeredAt = now()
  const host = new URL(source.url).host
  for (const [index, [problem, answer]] of Object.entries(failures).entries()) {
    town.clock.move(MINUTE_MS)
    source.say({ [LIST]: answer, '/other?token=secret': { body: aNinaWarning(`mow.${index + 1}`) } })
    await watch.runDue()
    expect(await sources()).toEqual([{ kind: 'address', name: `${host}${LIST}`, askedAt: now(), answeredAt, problem }, { kind: 'address', name: `${host}/other`, askedAt: now(), answeredAt: now(), problem: null }])
    expect(await stored()).toHaveLength(index + 2)
  }
})

test('one that cannot be had is asked for again, and the others of its list are kept', async () => {
  const watch = aWatch()
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['mow.2', 'b']]) }, [at('mow.1')]: { body: aNinaWarning('mow.1') }, [at('mow.2')]: { status: 503 } })
  await watch.runDue()
  expect([(await stored()).length, (await sources())[0]?.['problem']]).toEqual([1, 'refused'])
  source.say({ [LIST]: { body: aNinaList([['mow.1', 'a'], ['mow.2', 'b']]) }, [at('mow.2')]: { body: aNinaWarning('mow.2') } })
  await watch.runDue()
  expect([(await stored()).length, (await sources())[0]?.['problem']]).toEqual([2, null])
})

test('files are read once and again when they are whole; links, other files and folders that are away do no harm', async () => {
  const outside = join(folder, '..', `${randomUUID()}.xml`)
  await writeFile(outside, aNinaWarning('mow.outside'))
  await symlink(outside, join(folder, 'link.xml'))
  await writeFile(join(folder, 'notes.txt'), aNinaWarning('mow.text'))
  await writeFile(join(folder, 'huge.json'), `${aNinaWarning('mow.huge')}${' '.repeat(1_000_000)}`)
  await writeFile(join(folder, 'one.json'), aNinaWarning('mow.1').slice(0, 40))
  const watch = aWatch({ addresses: [], folder })
  await watch.runDue()
  expect([await stored(), (await sources())[0]]).toMatchObject([[], { kind: 'folder', problem: expect.stringMatching(/^(?:not-understood|too-large)$/) as string }])
  await writeFile(join(folder, 'one.json'), aNinaWarning('mow.1'))
  await rm(join(folder, 'huge.json'))
  await writeFile(join(folder, 'old.json'), aNinaWarning('mow.old', { sent: '2020-01-01T00:00:00Z' }))
  await watch.runDue()
  await watch.runDue()
  expect([(await stored()).map(({ identifier }) => identifier), (await sources())[0]?.['problem']]).toEqual([['mow.1'], null])
  await aWatch({ addresses: [], folder: join(folder, 'nowhere') }).runDue()
  expect((await sources()).map(({ problem, answeredAt }) => [problem, answeredAt])).toContainEqual(['unreachable', null])
  await rm(outside)
})

test('officers are called when nobody acknowledges in time, leads when as much has passed again, nobody twice and nobody about a test', async () => {
  const watch = aWatch({ addresses: [`${source.url}/one`, `${source.url}/test`, `${source.url}/over`, `${source.url}/clear`] })
  source.say({
    '/one': { body: aNinaWarning('mow.1', { info: { headline: 'Rauchgase\r\nBcc: x@example.org' } }) }, '/test': { body: aNinaWarning('mow.2', { status: 'Test' }) },
    '/clear': { body: aNinaWarning('mow.4', { info: { headline: 'Entwarnung: Rauchgase' } }) },
    '/over': { body: aNinaWarning('mow.3', { info: { expires: '2026-11-22T10:05:00+01:00' } }) },
  })
  const told: (readonly string[])[] = []
  for (let minute = 0; minute < 45; minute++) {
    await watch.runDue()
    await town.outgoing.worker.runDue()
    told.push(sink.messages().map(({ to, subject }) => `${to.join()} ${subject}`))
    town.clock.move(MINUTE_MS)
  }
  const officers = 'bereitschaft@tangerhuette.example Noch von niemandem bestätigt: Rauchgase Bcc: x@example.org – Tangerhütte'
  expect([told[9], told[10], told[19], told[20], told[44]]).toEqual([[], [officers], [officers], [officers, officers.replace('bereitschaft', 'leitung')], told[20]])
  expect(sink.messages()[0]?.text).toMatch(/seit 10 Minuten[^]*Rauch zieht nach Osten\.[^]*Leitstelle Altmark/)
  expect(Object.fromEntries((await stored()).map(({ identifier, escalatedAt }) => [identifier, escalatedAt]))).toEqual({ 'mow.1': '2026-11-22T09:10:00.000Z', 'mow.2': null, 'mow.3': null, 'mow.4': null })
})

test('where no officer can be called leads are, where nobody can nothing says that somebody was, and what was silent for days calls nobody', async () => {
  const watch = aWatch({ addresses: [`${source.url}/one`] })
  source.say({ '/one': { body: aNinaWarning('mow.1', { info: { expires: '2026-12-01T00:00:00+01:00' } }) } })
  const after = async (minutes: number, settings: Parameters<typeof aTownsSettings>[0]) => {
    await town.change([{ table: 'alert_settings', row: aTownsSettings(settings) }])
    town.clock.move(minutes * MINUTE_MS)
    await watch.runDue()
    await town.outgoing.worker.runDue()
    return [sink.messages().map(({ to }) => to.join()), (await stored()).map(({ escalatedAt }) => escalatedAt !== null)]
  }
  const nobody = { officerAddresses: [], leadAddresses: [] }
  expect([await after(0, nobody), await after(11, nobody), await after(3 * 1_440, {})]).toEqual([[[], [false]], [[], [false]], [[], [false]]])
  source.say({ '/one': { body: aNinaWarning('mow.1', { sent: '2026-11-25T10:00:00+01:00', info: { expires: '2026-12-01T00:00:00+01:00' } }) } })
  expect([await after(0, {}), await after(11, { officerAddresses: [] }), await after(11, { officerAddresses: [] })]).toEqual([[[], [false]], [['leitung@tangerhuette.example'], [true]], [['leitung@tangerhuette.example'], [true]]])
})

test('whoever acknowledges in time has nobody called, and an e-mail that still waits is not sent', async () => {
  const watch = aWatch({ addresses: [`${source.url}/one`] })
  source.say({ '/one': { body: aNinaWarning('mow.1') } })
  await watch.runDue()
  town.clock.move(11 * MINUTE_MS)
  await watch.runDue()
  await acknowledge((await stored())[0]?.id)
  expect(await town.outgoing.worker.runDue()).toBe(1)
  town.clock.move(30 * MINUTE_MS)
  await watch.runDue()
  expect([await town.outgoing.worker.runDue(), sink.messages()]).toEqual([0, []])
})

test('after a year it is forgotten, and not taken in again from where it still lies', async () => {
  const watch = aWatch({ addresses: [`${source.url}/one`] })
  source.say({ '/one': { body: aNinaWarning('mow.1', { references: 'mow.0' }) } })
  await watch.runDue()
  expect(await forgetOldWarnings(town.database.db, TEST_TOWN, plusDays(now(), 364))).toBe(0)
  expect(await forgetOldWarnings(town.database.db, TEST_TOWN, plusDays(now(), 366))).toBe(1)
  town.clock.move(366 * 1_440 * MINUTE_MS)
  source.say({ '/one': { body: `${aNinaWarning('mow.1')} ` } })
  await watch.runDue()
  expect(await stored()).toEqual([])
  expect(await town.database.db.selectFrom('official_warning_ends').select('warning_id').execute()).toEqual([])
})

test('the source of the demo tells a warning, its update and the all-clear, and nothing more after half an hour', async () => {
  const pretended = await startWarningSource(town.clock)
  const watch = aWatch({ addresses: [pretended.url] })
  const shown: (readonly string[])[] = []
  for (let minute = 0; minute <= 31; minute++) {
    await watch.runDue()
    shown.push((await stored()).filter(({ endsAt }) => endsAt === null || endsAt > now()).map(({ headline }) => headline))
    town.clock.move(MINUTE_MS)
  }
  expect([shown[0], shown[6], shown[11], shown[31]]).toEqual([['Rauchgase über Tangerhütte'], ['Rauchgase auch in Uchtdorf'], ['Entwarnung: Rauchgase über Tangerhütte'], []])
  await pretended.close()
})
