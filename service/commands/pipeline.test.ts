import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { refuse } from '../../shared/result.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { headOf } from '../store/feed.ts'
import { loadRecords } from '../store/records.ts'
import { addTestTown, anOrigin, testEngines } from '../store/testing.ts'
import { createTown } from '../store/towns.ts'
import type { PipelineParts } from './pipeline.ts'
import { aCommand, commandId, testPipeline } from './testing.ts'

const { id: applicationId } = anApplication()
const RECORD = { table: 'applications', id: applicationId } as const
const AT_START = [{ ...RECORD, version: 1 }]

const claim = (label: string, overrides: Partial<CommandOnWire> = {}): CommandOnWire =>
  aCommand(label, 'applications.claim', { applicationId }, { basedOn: AT_START, ...overrides })
const note = (label: string, overrides: Partial<CommandOnWire> = {}): CommandOnWire =>
  aCommand(label, 'applications.note', { applicationId, text: label }, overrides)
const propose = (label: string, overrides: Partial<CommandOnWire> = {}): CommandOnWire =>
  aCommand(label, 'applications.propose', { applicationId, outcome: 'granted', reason: '' }, { basedOn: AT_START, ...overrides })

describe.each(testEngines())('pipeline on $kind', ({ open }) => {
  let database: Database
  let townId: TownId
  let townCount = 0
  beforeAll(async () => {
    database = await open()
  })
  // A town of its own is as good as a database of its own, and quicker.
  beforeEach(async () => {
    townId = TownId.parse(`town-${++townCount}`)
    await addTestTown(database, townId)
  })
  afterAll(() => database.close())

  const run = (commands: readonly CommandOnWire[], actor = clerk(), parts: Partial<PipelineParts> = {}) =>
    testPipeline(database, parts).run(actor, commands)
  const clerk = (digit = '1') => anActor('clerk', digit, { townId })
  const stored = async () => (await loadRecords(database.db, townId, [RECORD], false)).get(`applications/${applicationId}`)
  const head = () => headOf(database.db, townId)
  const jobKeys = async () => (await database.db.selectFrom('jobs').select('key').where('town_id', '=', townId).execute()).map(({ key }) => key)

  test('an applied command changes rows, feed, audit log and its own record at one position', async () => {
    expect(await run([claim('c')])).toEqual([{ kind: 'applied', id: commandId('c'), position: 2 }])
    expect(await stored()).toMatchObject({ version: 2, status: 'in-progress', assigneeId: clerk().personId })
    const feed = await database.db.selectFrom('feed').select(['table_name', 'op']).where('town_id', '=', townId).where('position', '=', 2).orderBy('ordinal').execute()
    expect(feed).toEqual([{ table_name: 'applications', op: 'put' }, { table_name: 'application_events', op: 'put' }])
    const audit = await database.db.selectFrom('audit_log').select('entry').where('town_id', '=', townId).where('position', '=', 2).executeTakeFirstOrThrow()
    expect(JSON.parse(audit.entry)).toMatchObject({ action: 'applications.claim', commandId: commandId('c'), personId: clerk().personId })
    expect(audit.entry).not.toContain(clerk().name)
  })

  test('the same command again gives the same answer and no second effect', async () => {
    const first = await run([claim('c')])
    expect(await run([claim('c'), claim('c')])).toEqual([...first, ...first])
    expect(await head()).toBe(2)
  })

  test('copies sent at the same time have one effect between them', async () => {
    const copies = await Promise.all(Array.from({ length: 8 }, () => run([note('n')])))
    expect(new Set(copies.map(answers => JSON.stringify(answers))).size).toBe(1)
    expect(await head()).toBe(2)
  })

  test('a known id with other content, or of another person, is a mismatch and changes nothing', async () => {
    await run([note('n')])
    expect(await run([aCommand('n', 'applications.note', { applicationId, text: 'other' })])).toEqual([{ kind: 'mismatch', id: commandId('n') }])
    expect(await run([note('n')], clerk('2'))).toEqual([{ kind: 'mismatch', id: commandId('n') }])
    expect(await run([note('n')])).toMatchObject([{ kind: 'applied' }])
  })

  test('a refusal is kept as the answer, with the rows as they stand', async () => {
    await run([claim('c')])
    const other = clerk('2')
    const refused = await run([claim('late')], other)
    expect(refused).toMatchObject([{ kind: 'refused', code: 'applications/already-claimed', current: [{ ...RECORD, row: { version: 2 } }] }])
    await run([aCommand('r', 'applications.release', { applicationId })])
    const again = await run([claim('late')], other)
    expect(again).toMatchObject([{ kind: 'refused', code: 'applications/already-claimed', current: [{ ...RECORD, row: { version: 3 } }] }])
    expect(await testPipeline(database).outcome(other, commandId('late'))).toEqual({ kind: 'known', answer: again[0] })
    expect(await testPipeline(database).outcome(clerk(), commandId('late'))).toEqual({ kind: 'unknown' })
  })

  test('what builds on a refused command is blocked by it, however long the chain', async () => {
    await run([claim('c')], clerk('2'))
    const answers = await run([claim('x'), propose('y', { after: [commandId('x')] }), note('z', { after: [commandId('y')] })])
    expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'blocked', 'blocked'])
    expect(answers.slice(1)).toMatchObject([{ by: commandId('x') }, { by: commandId('x') }])
  })

  test('what builds on a command that has not arrived waits, and goes through once it has', async () => {
    expect(await run([note('b', { after: [commandId('a')] })])).toMatchObject([{ kind: 'retry' }])
    await run([note('a')])
    expect(await run([note('b', { after: [commandId('a')] })])).toMatchObject([{ kind: 'applied' }])
  })

  test('another person\'s command cannot be built on', async () => {
    await run([note('theirs')], clerk('2'))
    expect(await run([note('mine', { after: [commandId('theirs')] })])).toMatchObject([{ kind: 'retry' }])
  })

  test('own commands on the way do not count as a change, somebody else\'s do', async () => {
    const answers = await run([claim('c'), propose('p', { after: [commandId('c')] })])
    expect(answers.map(({ kind }) => kind)).toEqual(['applied', 'applied'])
  })

  test('a change by somebody else in between is told with the rows as they stand', async () => {
    await run([claim('c')])
    await run([aCommand('m', 'messages.mark-read', { applicationId })], clerk('2'))
    expect(await run([propose('p', { after: [commandId('c')] })])).toMatchObject([
      { kind: 'refused', code: 'commands/changed-meanwhile', current: [{ ...RECORD, row: { version: 3 } }] },
    ])
  })

  test('a desk that had already pulled its own change may build on it', async () => {
    await run([claim('c')])
    const seen = [{ ...RECORD, version: 2 }]
    expect(await run([propose('p', { after: [commandId('c')], basedOn: seen })])).toMatchObject([{ kind: 'applied' }])
  })

  test.each([
    [aCommand('u', 'applications.burn', {}), 'commands/unknown'],
    [claim('v', { version: 2 }), 'commands/outdated-version'],
    [aCommand('i', 'applications.claim', { applicationId: 'no id' }), 'commands/invalid-input'],
    [aCommand('n', 'applications.note', { applicationId, text: 'a\0b' }), 'commands/invalid-input'],
    [aCommand('s', 'applications.note', { applicationId, text: 'a\ud800b' }), 'commands/invalid-input'],
    [aCommand('m', 'applications.claim', { applicationId: '0192a000-0000-7000-8000-00000000ffff' }), 'commands/record-missing'],
  ])('refuses what it cannot do: %#', async (command, code) => {
    expect(await run([command])).toMatchObject([{ kind: 'refused', code, current: [] }])
  })

  test('a bad command does not stop the others of its batch', async () => {
    const answers = await run([note('a'), aCommand('u', 'applications.burn', {}), note('b')])
    expect(answers.map(({ kind }) => kind)).toEqual(['applied', 'refused', 'applied'])
  })

  test('a record of a foreign department or town looks as if it were not there', async () => {
    const missing = await run([aCommand('m', 'applications.claim', { applicationId: '0192a000-0000-7000-8000-00000000ffff' })])
    const stranger = anActor('clerk', '2', { townId, grants: [{ role: 'clerk', departmentId: DepartmentId.parse('soziales'), viaPersonId: null, viaName: null }] })
    const foreign = await run([claim('f')], stranger)
    const empty = TownId.parse(`${townId}-empty`)
    await createTown(database.db, { id: empty, name: 'S', reference_prefix: 'S', recovery_key: '', demo: true })
    const elsewhere = await run([claim('g')], anActor('clerk', '3', { townId: empty }))
    const strip = (answers: readonly object[]) => answers.map(answer => ({ ...answer, id: '' }))
    expect(strip(foreign)).toEqual(strip(missing))
    expect(strip(elsewhere)).toEqual(strip(missing))
  })

  test('effects and their jobs stand and fall with the command', async () => {
    const job = { kind: 'email', key: 'told', payload: { applicationId }, personId: null } as const
    const effects = new Map([['applications.note', () => ({ changes: [{ table: 'applications', row: anApplication({ unreadMessages: 7 }) }], jobs: [job] } as const)]])
    await run([note('n')], clerk(), { effects })
    expect(await stored()).toMatchObject({ unreadMessages: 7, version: 2 })
    expect(await jobKeys()).toEqual(['told'])
    const broken = new Map([['applications.note', () => ({ changes: [{ table: 'applications', row: { ...anApplication(), number: 1.5 } }], jobs: [{ ...job, key: 'lost' }] } as const)]])
    const met: unknown[] = []
    expect(await run([note('o')], clerk(), { effects: broken, onUnexpected: error => met.push(error) })).toMatchObject([{ kind: 'retry' }])
    expect(met).toHaveLength(1)
    expect(await jobKeys()).toEqual(['told'])
  })

  test('a guard has the last word; what time may heal is not kept as an answer', async () => {
    const guards = (code: 'applications/reason-missing' | 'blobs/not-here-yet') =>
      new Map([['applications.note', async () => refuse(code).error]])
    expect(await run([note('n')], clerk(), { guards: guards('blobs/not-here-yet') })).toMatchObject([{ kind: 'retry' }])
    expect(await run([note('n')], clerk(), { guards: guards('applications/reason-missing') })).toMatchObject([{ code: 'applications/reason-missing' }])
    expect(await run([note('n')])).toMatchObject([{ code: 'applications/reason-missing' }])
  })

  test('a release that the rule let through by mistake is stopped by the database and refused as such', async () => {
    await run([claim('c'), propose('p', { after: [commandId('c')] })])
    const decision = await database.db.selectFrom('decisions').select('id').where('town_id', '=', townId).executeTakeFirstOrThrow()
    const release = sql`update decisions set state = 'approved', settled_by = ${clerk().personId}, settled_at = now() where town_id = ${townId} and id = ${decision.id}`
    await expect(release.execute(database.db)).rejects.toMatchObject({ constraint: 'decisions_four_eyes' })
    const careless = new Map([['applications.note', async (trx: Parameters<typeof release.execute>[0]) => (await release.execute(trx), null)]])
    expect(await run([note('n')], clerk(), { guards: careless })).toMatchObject([{ kind: 'refused', code: 'applications/own-proposal' }])
    expect(await run([note('n')])).toMatchObject([{ kind: 'refused', code: 'applications/own-proposal' }])
  })

  test('what a decision says and who wrote it cannot be changed afterwards', async () => {
    await run([claim('c'), propose('p', { after: [commandId('c')] })])
    for (const change of [sql`authors = '["x"]'`, sql`release_mode = 'single-by-service'`, sql`outcome = 'refused'`, sql`reason = 'x'`])
      await expect(sql`update decisions set ${change} where town_id = ${townId}`.execute(database.db)).rejects.toMatchObject({ code: '23514' })
  })

  test('commands of many desks on one record all get through', async () => {
    const desks = Array.from({ length: 12 }, (_, desk) => run([note(`${desk}-a`), note(`${desk}-b`)]))
    const answers = (await Promise.all(desks)).flat()
    expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 24 }, () => 'applied'))
    expect(await head()).toBe(25)
  })

  test('changes that are not commands move the version on', async () => {
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), [{ table: 'applications', row: anApplication({ unreadMessages: 1 }) }]))
    expect(await run([claim('c'), propose('p', { after: [commandId('c')] })])).toMatchObject([{ kind: 'applied' }, { code: 'commands/changed-meanwhile' }])
  })
})
