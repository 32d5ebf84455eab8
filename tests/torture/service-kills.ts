import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { accessTokenFor } from '../../build/sign-in.ts'
import { inventCitizen } from '../../service/demo/citizen.ts'
import { fillForm } from '../../service/demo/fill-form.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { verifyAudit } from '../../service/store/audit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { postgresTestDatabase } from '../../service/store/testing.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import { derivedUuid, TownId, type ApplicationId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { handOver, nothingHeard, workAtDesk, type Heard, type Paper } from './service-desk.ts'

export interface ServiceKills {
  readonly kills: number
  readonly seed: number
  /** A PostgreSQL server, on which a database of its own is made and dropped; null takes the embedded one in a directory. */
  readonly databaseUrl: string | null
}

export interface ServiceKillReport {
  readonly suite: 'service'
  readonly database: Database['kind']
  readonly seed: number
  readonly kills: number
  /** Kills that met requests whose reply had not come. */
  readonly midFlight: number
  /** Commands and hand-overs the service called done. */
  readonly acked: number
  readonly refused: number
  /** Of those done, the ones without an effect in the database. */
  readonly lost: number
  /** Commands or hand-overs with more than one effect, or with an effect although they were refused. */
  readonly duplicated: number
  /** Ids that were answered once like this and once like that. */
  readonly contradicted: number
  /** Positions missing in the feed, receipt numbers missing, or an audit chain that does not hold. */
  readonly broken: number
}

const TOWN = TownId.parse('tangerhuette')
const LOGINS = ['katrin.sommer', 'jana.thiele', 'petra.lindner']
const SERVICE = 'dog-registration'
const SCRIPT = join(import.meta.dirname, '../../build/service.ts')
/** How much is answered for the first time between two kills: work, not time, so that a slow machine's run meets as much as a fast one's. */
const ANSWERS_OF_A_LIFE = { from: 1, to: 30 }
/** And then a moment more, so that the kill meets every part of what comes after an answer. */
const MOMENT_MS = { from: 0, to: 20 }
/** A service that is up answers; one that does not for so long hangs. */
const HANGS_AFTER_MS = 90_000
/** What one process has compiled, the next needs not. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')

/**
 * Kills the service's process after a random number of answers under the load of several desks and citizens, who send everything until
 * it is answered and throw away three replies in ten; then looks for every effect in the database itself.
 */
export async function runServiceKills({ kills, seed, databaseUrl }: ServiceKills): Promise<ServiceKillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-service-kills-'))
  const server = databaseUrl ? await postgresTestDatabase(databaseUrl) : null
  const data = server?.url ?? join(folder, 'town')
  const random = createRandom(seed)
  const heard = nothingHeard()
  try {
    const midFlight = await load({ lives: livesOf(kills, random), random, heard, start: processOn(data, await freePort()) })
    const database = server ?? (await openDatabase(data))
    const found = await judge(database, heard)
    if (!server) await database.close()
    return { suite: 'service', database: database.kind, seed, kills, midFlight, ...found }
  } finally {
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Running {
  readonly url: string
  readonly child: ChildProcess
}

/** How long a process lives: as many answers and a moment. */
interface Life {
  readonly answers: number
  readonly momentMs: number
}

/** Drawn before anything else is, so that they follow from the seed alone. */
const livesOf = (kills: number, random: Random): readonly Life[] =>
  Array.from({ length: kills }, () => ({
    answers: random.between(ANSWERS_OF_A_LIFE.from, ANSWERS_OF_A_LIFE.to), momentMs: random.between(MOMENT_MS.from, MOMENT_MS.to),
  }))

interface Load {
  readonly lives: readonly Life[]
  readonly random: Random
  readonly heard: Heard
  readonly start: () => Promise<Running>
}

/** How many of the kills met requests under way. */
async function load({ lives, random, heard, start }: Load): Promise<number> {
  let service = await start()
  let midFlight = 0
  let isOver = false
  const { url } = service
  const cases: ApplicationId[] = []
  try {
    const submit = citizenAt(url, random, heard)
    for (let count = 0; count < 12; count++) cases.push(...[await submit(count, () => false)].filter(id => id !== undefined))
    const tokens = await signedIn(url)
    const paper = await paperFor(url)
    const desks = LOGINS.map((login, index) =>
      workAtDesk({ url, token: () => tokens.of(login), cases, paper, random: createRandom(random.between(0, 2 ** 31) + index), heard, isOver: () => isOver }))
    const citizens = keepSubmitting(submit, () => isOver)
    for (const life of lives) {
      await livedThrough(life, heard, service.child)
      if (heard.underWay.size > 0) midFlight++
      await end(service.child, 'SIGKILL')
      service = await start()
      await tokens.renewIfOld()
    }
    isOver = true
    await Promise.all([...desks, citizens])
    return midFlight
  } finally {
    isOver = true
    await end(service.child, 'SIGTERM')
  }
}

/** Resolves when so much was answered; throws when the service ends by itself or hangs before. */
async function livedThrough({ answers, momentMs }: Life, { news }: Heard, child: ChildProcess): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  const ended = once(child, 'exit', { signal }).then(() => { throw new Error('the service ended by itself') })
  const hung = pause(HANGS_AFTER_MS, undefined, { signal }).then(() => { throw new Error(`the service did not give ${answers} answers within ${HANGS_AFTER_MS} ms`) })
  try {
    await Promise.race([answered(news, answers, signal), ended, hung])
  } finally {
    over.abort()
    await Promise.allSettled([ended, hung])
  }
  await pause(momentMs)
}

async function answered(news: Heard['news'], count: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = count
  const countDown = (): void => {
    if (--left === 0) resolve()
  }
  news.on('answered', countDown)
  signal.addEventListener('abort', () => news.off('answered', countDown))
  await promise
}

/** Tokens live for five minutes and a sign-in takes longer than most lives here, so nobody is killed while one is renewed. */
async function signedIn(url: string): Promise<{ of(login: string): string; renewIfOld(): Promise<void> }> {
  const tokens = new Map<string, string>()
  let since = 0
  const renew = async (): Promise<void> => {
    for (const login of LOGINS) tokens.set(login, await accessTokenFor(url, login, DEMO_PASSWORD))
    since = performance.now()
  }
  await renew()
  return {
    of: login => tokens.get(login) ?? '',
    renewIfOld: async () => {
      if (performance.now() - since > RENEWED_AFTER_MS) await renew()
    },
  }
}

const RENEWED_AFTER_MS = 180_000

type Submit = (count: number, isGivenUp: () => boolean) => Promise<ApplicationId | undefined>

interface OfferedForm {
  readonly formVersion: number
  readonly schema: JsonObject
}

const formOffered = async (url: string): Promise<OfferedForm> =>
  (await (await fetch(`${url}/public/v1/services/${SERVICE}/form`)).json()) as OfferedForm

async function paperFor(url: string): Promise<(random: Random) => Paper> {
  const { formVersion, schema } = await formOffered(url)
  const receivedOn = germanDayAt(Date.now())
  return random => ({ serviceId: SERVICE, formVersion, receivedOn, form: fillForm(schema, inventCitizen(random), random, Date.UTC(2026, 10, 22, 9, 0)) })
}

function citizenAt(url: string, random: Random, heard: Heard): Submit {
  let form: OfferedForm | undefined
  return async (count, isGivenUp) => {
    form ??= await formOffered(url)
    const values = fillForm(form.schema, inventCitizen(random), random, Date.UTC(2026, 10, 22, 9, 0))
    const key = derivedUuid(`torture/${random.between(0, 2 ** 31)}`, String(count))
    return handOver({ url, random, heard }, { key, serviceId: SERVICE, formVersion: form.formVersion, form: values, attachments: [] } as { readonly key: string }, isGivenUp)
  }
}

async function keepSubmitting(submit: Submit, isOver: () => boolean): Promise<void> {
  for (let count = 100; !isOver(); count++) await submit(count, () => false)
}

/** The real process, as `npm run service` starts it, always on the same port and the same data. */
function processOn(data: string, port: number): () => Promise<Running> {
  return async () => {
    const flags = ['--demo', '--rows', '0', '--seed', '1', '--port', String(port), '--data', data]
    const environment = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE, DATABASE_URL: '', PUBLIC_REQUESTS_PER_MINUTE: '1000000', DESK_REQUESTS_PER_MINUTE: '1000000' }
    const child = spawn(process.execPath, [SCRIPT, ...flags], { stdio: ['ignore', 'pipe', 'ignore'], env: environment })
    const reader = createInterface({ input: child.stdout })
    const line = await Promise.race([once(reader, 'line'), once(child, 'exit')])
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the service did not start again (${child.exitCode ?? child.signalCode})`)
    const { url } = JSON.parse(String(line[0]).replace(/^READY /, '')) as { readonly url: string }
    return { url, child }
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

type Found = Omit<ServiceKillReport, 'suite' | 'database' | 'seed' | 'kills' | 'midFlight'>

async function judge(database: Database, heard: Heard): Promise<Found> {
  const effects = await effectsOf(database)
  const answers = [...heard.answers.values()]
  const done = answers.filter(({ kind }) => kind === 'applied')
  const refused = answers.filter(({ kind }) => kind !== 'applied')
  const applications = await handedOver(database)
  const keys = [...heard.submitted]
  return {
    acked: done.length + keys.length,
    refused: refused.length,
    lost: done.filter(({ id }) => !effects.has(id)).length + keys.filter(([, reference]) => !applications.references.has(reference)).length,
    duplicated:
      [...effects.values()].filter(count => count > 1).length +
      refused.filter(({ id }) => effects.has(id)).length +
      Math.max(0, applications.references.size - keys.length),
    contradicted: heard.contradicted.size,
    broken: (await gapsInFeed(database)) + applications.missingNumbers + ((await verifyAudit(database.db, TOWN)).kind === 'intact' ? 0 : 1),
  }
}

/**
 * How often each command took effect: its entries in the audit log, and its lines of history or messages, whichever are
 * more. A message is known by the id that follows from its command.
 */
async function effectsOf({ db }: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    with audited as (select entry::json->>'commandId' as id, count(*) as count from audit_log group by 1),
      lines as (select command_id as id, count(*) as count from application_events group by 1)
    select audited.id, greatest(audited.count, coalesce(lines.count, 0)) as count
    from audited left join lines on lines.id = audited.id where audited.id is not null`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

async function handedOver({ db }: Database): Promise<{ readonly references: ReadonlySet<string>; readonly missingNumbers: number }> {
  const rows = await db.selectFrom('applications').select(['reference', 'number', 'channel']).where('town_id', '=', TOWN).orderBy('number').execute()
  const byPortal = rows.filter(({ channel }) => channel === 'portal')
  return { references: new Set(byPortal.map(({ reference }) => reference)), missingNumbers: rows.filter(({ number }, index) => number !== index + 1).length }
}

async function gapsInFeed({ db }: Database): Promise<number> {
  const { rows } = await sql<{ missing: number }>`
    select head.position - head.feed_pruned_to - count(distinct feed.position) as missing
    from town_heads head left join feed on feed.town_id = head.town_id and feed.position > head.feed_pruned_to
    where head.town_id = ${TOWN} group by head.position, head.feed_pruned_to`.execute(db)
  return Math.abs(rows[0]?.missing ?? 1)
}
