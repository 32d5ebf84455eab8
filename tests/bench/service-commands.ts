import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { systemClock } from '../../service/clock.ts'
import { createPipeline, type Pipeline } from '../../service/commands/pipeline.ts'
import { EFFECTS } from '../../service/domains/effects.ts'
import { openDatabase } from '../../service/store/database.ts'
import { fillTable } from '../../service/store/records.ts'
import { addTestTown, TEST_TOWN } from '../../service/store/testing.ts'
import type { Actor } from '../../shared/actor.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { ApplicationId, CommandId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import { openRecordedPostgres, type RecordedDatabase, type Sent } from './recorded-postgres.ts'
import { benchRow, median, type Bench } from './row.ts'

const DESKS = 8
const ROUNDS = 5
const CASES_PER_ROUND = 25
const COMMANDS_PER_CASE = 3

const caseOf = (desk: number, index: number): ApplicationId =>
  ApplicationId.parse(`0192a000-0000-7000-8000-${(desk * 100_000 + index + 10).toString(16).padStart(12, '0')}`)

/**
 * Eight clerks claim, note and propose at once. The statements of each round are sent again by eight bare connections to
 * a copy of the database.
 */
export const bench: Bench = {
  name: 'service-commands',
  rows: ['service-commands'],
  run: async () => {
    const server = await startPostgres()
    if (!server) {
      process.stderr.write('service-commands needs PostgreSQL, which is not installed; not measured.\n')
      return []
    }
    try {
      return [await measure(server.url)]
    } finally {
      await server.stop()
    }
  },
}

async function measure(serverUrl: string) {
  await prepare(serverUrl)
  const database = openRecordedPostgres(urlOf(serverUrl, 'ours'), 16)
  const pipeline = createPipeline({ database, clock: systemClock, effects: EFFECTS, guards: new Map(), completions: new Map() })
  const clients = await Promise.all(Array.from({ length: DESKS }, () => connected(urlOf(serverUrl, 'raw'))))
  const ours: number[] = []
  const raw: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let sent: readonly (readonly Sent[])[] = []
    ours.push(await perSecond(async () => { sent = await Promise.all(clients.map((_, desk) => workAt(database, pipeline, desk, round))) }))
    raw.push(await perSecond(() => Promise.all(clients.map((client, desk) => sendAgain(client, sent[desk] ?? [])))))
  }
  await Promise.all(clients.map(client => client.end()))
  await database.close()
  const row = benchRow('service-commands', 'transactions/s', median(ours), median(raw), 2)
  return { ...row, ratio: Number((row.reference / row.ours).toPrecision(4)) }
}

const urlOf = (serverUrl: string, name: string): string => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** A town with the cases, and its copy. */
async function prepare(serverUrl: string): Promise<void> {
  const server = await connected(serverUrl)
  await server.query('create database ours')
  const database = await openDatabase(urlOf(serverUrl, 'ours'))
  await addTestTown(database)
  const rows = Array.from({ length: DESKS * ROUNDS * CASES_PER_ROUND }, (_, index) => {
    const desk = index % DESKS
    const number = 10_000 + index
    return anApplication({ id: caseOf(desk, Math.floor(index / DESKS)), number, reference: `TGH-2026-${number}` })
  })
  await fillTable(database.db, TEST_TOWN, 'applications', rows, 1)
  await database.close()
  await server.query('create database raw template ours')
  await server.end()
}

async function perSecond(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return (DESKS * CASES_PER_ROUND * COMMANDS_PER_CASE * 1_000) / (performance.now() - start)
}

const workAt = (database: RecordedDatabase, pipeline: Pipeline, desk: number, round: number): Promise<readonly Sent[]> =>
  database.recorded(async () => {
    const actor = anActor('clerk', String(desk + 1))
    for (let index = 0; index < CASES_PER_ROUND; index++) await workOn(pipeline, actor, caseOf(desk, round * CASES_PER_ROUND + index))
  })

async function workOn(pipeline: Pipeline, actor: Actor, applicationId: ApplicationId): Promise<void> {
  const run = async (name: string, input: Json, version: number): Promise<number> => {
    const basedOn = [{ table: 'applications' as const, id: applicationId, version }]
    const command = { id: CommandId.parse(randomUUID()), name, version: 1, input, basedOn, after: [], recordedAt: instantFromMs(Date.now()) }
    const [answer] = await pipeline.run(actor, [command])
    if (answer?.kind !== 'applied') throw new Error(`${name} was answered with ${JSON.stringify(answer)}`)
    return answer.position
  }
  const claimed = await run('applications.claim', { applicationId }, 1)
  await run('applications.note', { applicationId, text: 'Die Nachweise liegen vor.' }, claimed)
  await run('applications.propose', { applicationId, outcome: 'granted', reason: 'Alle Voraussetzungen sind erfüllt.' }, claimed)
}

async function sendAgain(client: pg.Client, sent: readonly Sent[]): Promise<void> {
  for (const { text, values } of sent) await client.query(text, [...values])
}
