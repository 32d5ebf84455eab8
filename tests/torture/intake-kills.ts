import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../service/clock.ts'
import { startPortal, type CallFate, type PortalSimulator } from '../../service/demo/fit-connect/portal.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { aForm, fimData, mapSchema } from '../../service/fit-connect/testing.ts'
import { buildTown } from '../../service/intake/testing.ts'
import type { Database } from '../../service/store/database.ts'
import { postgresTestDatabase } from '../../service/store/testing.ts'

export interface IntakeKills {
  readonly kills: number
  readonly seed: number
  /** A PostgreSQL server; a database of its own is made there and dropped. */
  readonly databaseUrl: string
}

export interface IntakeKillReport {
  readonly seed: number
  readonly kills: number
  readonly submissions: number
  /** Answers that never came although the portal had done what was asked. */
  readonly lostAnswers: number
  /** Submissions that the portal knows as accepted and that are no application, or that were sent and never arrived. */
  readonly lost: number
  /** Submissions that are more than one application, or of which the portal was told twice. */
  readonly duplicated: number
  /** Submissions of which the service says something else than the portal. */
  readonly contradicted: number
}

/** So many submissions are sent in one life of the service. */
const SENT_IN_A_LIFE = { from: 1, to: 4 }
/** So many steps of submissions a process does before it is killed, and then a moment more, so that the kill meets every part of what comes after. */
const STEPS_OF_A_LIFE = { from: 1, to: 9 }
const MOMENT_MS = { from: 0, to: 25 }
/** Where nothing moves because every answer was lost it is killed after so long. */
const LONGEST_LIFE_MS = 3_000
/** Of so many submissions one is broken and has to go back. */
const BROKEN_EVERY = 7
const LOST_ANSWERS = 0.3
const OTHER_TROUBLE = 0.1
/** Calls about one submission, after it was announced. */
const ON_THE_WAY = /\/(?:submissions|cases|replies)\/[0-9a-f-]{36}/
const HANGS_AFTER_MS = 120_000
const DELAY_MS = 3
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')
const A_PDF = { filename: 'impfausweis.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\nsmall\n%%EOF') }

/** Kills the process that takes submissions in over and over while a third of the portal's answers is lost, lets the last one finish, and counts. */
export async function runIntakeKills({ kills, seed, databaseUrl }: IntakeKills): Promise<IntakeKillReport> {
  const random = createRandom(seed)
  const trouble = troubleOf(random)
  const database = await postgresTestDatabase(databaseUrl)
  const portal = await startPortal({ nowMs: systemClock.nowMs, fate: trouble.fate, delayMs: DELAY_MS })
  const children: ChildProcess[] = []
  const begin = (): Promise<ChildProcess> => warmUp(database.url, portal, children)
  try {
    await buildTown(database)
    await mapSchema(database)
    await endWith(await begin(), async () => [...portal.kept.destinations.values()].every(({ encryptionKid }) => encryptionKid !== null), 'the keys')
    await liveAndDie({ kills, random, portal, database, begin })
    await endWith(await begin(), () => isAllSettled(database, portal), 'the end of every submission')
    return { seed, kills, lostAnswers: trouble.lost(), ...(await judge(database, portal)) }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(gone))
    await portal.close()
    await database.close()
  }
}

function troubleOf(random: Random): { readonly fate: (path: string) => CallFate; readonly lost: () => number } {
  let lost = 0
  const fate = (path: string): CallFate => {
    // Where nothing is ever announced nothing can be lost on its way in.
    if (!ON_THE_WAY.test(path) && random.chance(1 - OTHER_TROUBLE)) return 'answers'
    const drawn = random.next()
    if (drawn < LOST_ANSWERS) lost += 1
    if (drawn < LOST_ANSWERS) return 'loses-answer'
    if (drawn >= LOST_ANSWERS + OTHER_TROUBLE) return 'answers'
    return random.chance(0.5) ? 'drops' : 'breaks'
  }
  return { fate, lost: () => lost }
}

interface Lives {
  readonly kills: number
  readonly random: Random
  readonly portal: PortalSimulator
  readonly database: Database
  readonly begin: () => Promise<ChildProcess>
}

/** How far all submissions have come, in steps. */
async function stepsOf({ db }: Database): Promise<number> {
  const rows = await db.selectFrom('fit_connect_submissions').select('state').execute()
  return rows.reduce((sum, { state }) => sum + (state === 'announced' ? 1 : state === 'collected' ? 2 : state === 'registered' || state === 'rejecting' ? 3 : 4), 0)
}

/** A process for each life, killed in its middle: the next one warms up while this one works. */
async function liveAndDie({ kills, random, portal, database, begin }: Lives): Promise<void> {
  let next = begin()
  let sent = 0
  for (let life = 0; life < kills; life++) {
    const child = await next
    if (life < kills - 1) next = begin()
    const count = random.between(SENT_IN_A_LIFE.from, SENT_IN_A_LIFE.to)
    for (let index = 0; index < count; index++) await sendOne(portal, (sent += 1))
    const goal = (await stepsOf(database)) + random.between(STEPS_OF_A_LIFE.from, STEPS_OF_A_LIFE.to)
    const untilMs = performance.now() + LONGEST_LIFE_MS
    child.stdin?.write('go\n')
    while ((await stepsOf(database)) < goal && performance.now() < untilMs) await pause(1)
    await pause(random.between(MOMENT_MS.from, MOMENT_MS.to))
    child.kill('SIGKILL')
    await gone(child)
  }
}

const sendOne = (portal: PortalSimulator, number: number): Promise<unknown> =>
  portal.send({ ...aForm(fimData({ F00000002: `Großkopf ${number}` })), files: number % 2 === 0 ? [A_PDF] : [], ...(number % BROKEN_EVERY === 0 ? { twist: () => ({ nothing: 'here' }) } : {}) })

async function endWith(child: ChildProcess, until: () => Promise<boolean>, what: string): Promise<void> {
  child.stdin?.write('go\n')
  const untilMs = performance.now() + HANGS_AFTER_MS
  while (!(await until())) {
    if (performance.now() > untilMs) throw new Error(`${what} did not come within ${HANGS_AFTER_MS} ms`)
    await pause(50)
  }
  child.kill('SIGKILL')
  await gone(child)
}

/** Here and there, and every answer to a citizen has gone. A job that died with its process comes back when its lease is over. */
async function isAllSettled({ db }: Database, portal: PortalSimulator): Promise<boolean> {
  const rows = await db.selectFrom('fit_connect_submissions').select(eb => eb.fn.countAll<number>().as('count')).where('settled_at', 'is not', null).executeTakeFirstOrThrow()
  return rows.count === portal.kept.submissions.size && [...portal.kept.submissions.values()].every(({ settled }) => settled !== null)
}

async function warmUp(databaseUrl: string, { settings }: PortalSimulator, children: ChildProcess[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'intake-child.ts'), databaseUrl, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  children.push(child)
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('a process ended before it began') })])
  return child
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

type Judged = Pick<IntakeKillReport, 'submissions' | 'lost' | 'duplicated' | 'contradicted'>

async function judge({ db }: Database, { kept }: PortalSimulator): Promise<Judged> {
  const rows = await db.selectFrom('fit_connect_submissions').select(['submission_id', 'state', 'application_id']).execute()
  const known = new Map(rows.map(row => [row.submission_id, row]))
  const lines = await db.selectFrom('application_events').select(['application_id', 'text']).where('kind', '=', 'received').execute()
  const files = await db.selectFrom('attachments').select('application_id').execute()
  const tally = { submissions: kept.submissions.size, lost: 0, duplicated: 0, contradicted: 0 }
  for (const { submissionId, settled, eventIds, attachments } of kept.submissions.values()) {
    const row = known.get(submissionId)
    const cases = lines.filter(({ text }) => text?.includes(submissionId))
    if (cases.length > 1 || eventIds.size > 1) tally.duplicated += 1
    if (settled === 'accepted' && cases.length === 0) tally.lost += 1
    const isTaken = row?.state === 'accepted' && cases[0]?.application_id === row.application_id && files.filter(file => file.application_id === row.application_id).length === attachments.size
    if (settled === 'accepted' ? !isTaken : settled !== 'rejected' || row?.state !== 'rejected' || cases.length > 0) tally.contradicted += 1
  }
  const replies = await db.selectFrom('fit_connect_replies').select('reply_id').where('state', '=', 'sent').execute()
  if (replies.some(({ reply_id }) => !kept.replies.has(reply_id ?? ''))) tally.contradicted += 1
  return tally
}
