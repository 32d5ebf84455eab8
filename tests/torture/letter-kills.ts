import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../service/clock.ts'
import { startPrintCentre, type CallFate, type PrintCentreSimulator } from '../../service/demo/print-centre/print-centre.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { addNoticeTown, manyContents, openNoticeDesks, type NoticeDesks } from '../../service/domains/notices/sending/testing.ts'
import type { Database } from '../../service/store/database.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { anOrigin, postgresTestDatabase } from '../../service/store/testing.ts'
import { stageOf, type RunStage } from '../../shared/domains/notices/stage.ts'
import { aConsent } from '../../shared/domains/notices/testing.ts'
import { ConsentId, derivedUuid, type NoticeRunId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'

export interface LetterKills {
  readonly kills: number
  readonly seed: number
  /** A PostgreSQL server; a database of its own is made there and dropped. */
  readonly databaseUrl: string
}

export interface LetterKillReport {
  readonly seed: number
  readonly kills: number
  readonly letters: number
  /** Answers that never came although the print centre had done what was asked. */
  readonly lostAnswers: number
  /** Letters that never arrived. */
  readonly lost: number
  /** Letters that arrived more than once. */
  readonly duplicated: number
  /** Notices of which the service says something else than the print centre. */
  readonly contradicted: number
  /** Lives at whose start every letter had begun to leave: their kill met nothing. */
  readonly idle: number
  /** How many of these are more than a tenth of the kills. */
  readonly tooIdle: number
}

/** So many letters leave in one life of the sender. */
const LETTERS_OF_A_LIFE = { from: 1, to: 9 }
/** So many more leave in a life until its process is killed: mailboxes are filled beside the post. */
const LEFT_BESIDE = 6
/** So long a process checks before it is killed: within its first letters, within its writing them down, or after. */
const CHECKS_FOR_MS = { from: 50, to: 1_200 }
/** One kill of a process that checks for so many of one that sends. */
const SENDS_PER_CHECK = 5
/** Of so many notices one goes into a mailbox, and of so many one is printed in the house. */
const MAILBOX_EVERY = 4
const HERE_EVERY = 5
/** And then a moment more, so that the kill meets every part of what comes after. */
const MOMENT_MS = { from: 0, to: 40 }
const RUNS = 3
const LOST_ANSWERS = 0.3
const OTHER_TROUBLE = 0.1
/** One life in so many may be idle. */
const IDLE_EVERY = 10
const HANGS_AFTER_MS = 120_000
/** Longer than any machine takes to set and check one letter. */
const A_LETTER_MS = 200
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')
const PACE = { processed: 500, atPrintCentre: 500, dispatched: 500 }

/** Kills the process that checks and sends notices over and over while a third of the answers is lost, lets the last one finish, and counts what arrived. */
export async function runLetterKills({ kills, seed, databaseUrl }: LetterKills): Promise<LetterKillReport> {
  const random = createRandom(seed)
  const trouble = troubleOf(random)
  const database = await postgresTestDatabase(databaseUrl)
  const centre = await startPrintCentre({ nowMs: systemClock.nowMs, pace: PACE, fate: trouble.fate })
  const children: ChildProcess[] = []
  const begin = async (): Promise<ChildProcess> => warmUp(database.url, centre, children)
  try {
    await addNoticeTown(database)
    const desks = openNoticeDesks(database, systemClock)
    const lives = Array.from({ length: kills }, () => ({ letters: random.between(LETTERS_OF_A_LIFE.from, LETTERS_OF_A_LIFE.to), momentMs: random.between(MOMENT_MS.from, MOMENT_MS.to) }))
    const letters = lives.reduce((sum, life) => sum + life.letters + LEFT_BESIDE, 30)
    const checks = Array.from({ length: Math.ceil(kills / SENDS_PER_CHECK) }, () => random.between(CHECKS_FOR_MS.from, CHECKS_FOR_MS.to))
    await agreeToMailboxes(database, letters)
    const runIds = await releasedRuns(desks, { count: Math.ceil(letters / RUNS), checks, database }, begin)
    const idle = await liveAndDie(lives, database, begin)
    await endWith(await begin(), letters, () => allAt(desks, runIds, 'handed-over'))
    return { seed, kills, lostAnswers: trouble.lost(), idle, tooIdle: Math.max(idle - Math.floor(kills / IDLE_EVERY), 0), ...(await judge(database, centre)) }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(gone))
    await centre.close()
    await database.close()
  }
}

function troubleOf(random: Random): { readonly fate: () => CallFate; readonly lost: () => number } {
  let lost = 0
  const fate = (): CallFate => {
    const drawn = random.between(0, 9_999) / 10_000
    if (drawn < LOST_ANSWERS) lost += 1
    if (drawn < LOST_ANSWERS) return 'loses-answer'
    if (drawn >= LOST_ANSWERS + OTHER_TROUBLE) return 'answers'
    return random.between(0, 1) === 0 ? 'drops' : 'breaks'
  }
  return { fate, lost: () => lost }
}

async function agreeToMailboxes(database: Database, letters: number): Promise<void> {
  const numbers = Array.from({ length: letters + RUNS }, (_, index) => index + 1).filter(number => number % MAILBOX_EVERY === 0)
  const consents = numbers.map(number => aConsent({ id: ConsentId.parse(derivedUuid('torture/consent', String(number))), version: 0, reference: `4711.0815.${number}`, name: `Änne Großkopf ${number}` }))
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), consents.map(row => ({ table: 'mailbox_consents', row }))))
}

interface Checking {
  readonly count: number
  /** After so many milliseconds each process that checks is killed. */
  readonly checks: readonly number[]
  readonly database: Database
}

/** Runs whose notices go every way, that were checked by processes that were killed over it and by the next one, and released. */
async function releasedRuns(desks: NoticeDesks, { count, checks, database }: Checking, begin: () => Promise<ChildProcess>): Promise<readonly NoticeRunId[]> {
  const runIds: NoticeRunId[] = []
  for (let run = 0; run < RUNS; run++) {
    const runId = await desks.prepare(manyContents(count, run * count + 1))
    const notices = await database.db.selectFrom('notices').select(['id', 'number']).where('run_id', '=', runId).execute()
    for (const { id } of notices.filter(({ number }) => number % HERE_EVERY === 0)) await desks.clerk('choose-way', runId, { noticeId: id, way: { channel: 'here', registered: null } })
    await desks.submit(runId)
    runIds.push(runId)
  }
  await oneByOne(checks, begin, async (child, checksForMs) => {
    child.stdin?.write('go\n')
    await pause(checksForMs)
  })
  await endWith(await begin(), count * RUNS, () => allAt(desks, runIds, 'pending'))
  for (const runId of runIds) await desks.release(runId)
  return runIds
}

/** A process for each, killed after it: the next one warms up while this one works, so that a kill costs its life and not its start. */
async function oneByOne<Life>(lives: readonly Life[], begin: () => Promise<ChildProcess>, live: (child: ChildProcess, life: Life) => Promise<void>): Promise<void> {
  let next = begin()
  for (const [index, life] of lives.entries()) {
    const child = await next
    if (index < lives.length - 1) next = begin()
    await live(child, life)
    child.kill('SIGKILL')
    await gone(child)
  }
}

async function endWith(child: ChildProcess, letters: number, until: () => Promise<boolean>): Promise<void> {
  child.stdin?.write('go\n')
  await within(until, 'the end of every run', HANGS_AFTER_MS + letters * A_LETTER_MS)
  child.kill('SIGKILL')
  await gone(child)
}

async function allAt(desks: NoticeDesks, runIds: readonly NoticeRunId[], stage: RunStage): Promise<boolean> {
  const now = instantFromMs(systemClock.nowMs())
  const runs = await Promise.all(runIds.map(desks.run))
  return runs.every(run => stageOf(run, now) === stage)
}

/** What has been written down of letters that leave, whichever way. */
const progressOf = async ({ db }: Database): Promise<number> => (await db.selectFrom('notice_letters').select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count

/** In how many lives nothing was left to do. */
async function liveAndDie(lives: readonly { readonly letters: number; readonly momentMs: number }[], database: Database, begin: () => Promise<ChildProcess>): Promise<number> {
  let idle = 0
  const all = (await database.db.selectFrom('notices').select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
  await oneByOne(lives, begin, async (child, { letters, momentMs }) => {
    const before = await progressOf(database)
    const goal = Math.min(before + letters, all)
    if (before >= all) idle += 1
    child.stdin?.write('go\n')
    await within(async () => (await progressOf(database)) >= goal, `${letters} letters`)
    await pause(momentMs)
  })
  return idle
}

async function warmUp(databaseUrl: string, { settings }: PrintCentreSimulator, children: ChildProcess[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'letter-child.ts'), databaseUrl, JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  children.push(child)
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('a sender ended before it began') })])
  return child
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function within(isDone: () => Promise<boolean>, what: string, hangsAfterMs = HANGS_AFTER_MS): Promise<void> {
  const untilMs = performance.now() + hangsAfterMs
  while (!(await isDone())) {
    if (performance.now() > untilMs) throw new Error(`${what} did not come within ${hangsAfterMs} ms`)
    await pause(10)
  }
}

type Judged = Pick<LetterKillReport, 'letters' | 'lost' | 'duplicated' | 'contradicted'>

async function judge({ db }: Database, centre: PrintCentreSimulator): Promise<Judged> {
  const notices = await db.selectFrom('notices').select(['id', 'sent', 'checked']).execute()
  const posted = Map.groupBy(centre.letters(), ({ letter }) => letter.custom1?.split('/')[0] ?? '')
  const provided = Map.groupBy(await db.selectFrom('notice_provisions').select(['notice_id', 'sha256']).execute(), ({ notice_id }) => notice_id)
  const files = await db.selectFrom('notice_files').select(['notice_id', 'sha256']).where('rendition', '=', 'print').execute()
  const kept = new Map(files.map(({ notice_id, sha256 }) => [notice_id, sha256]))
  const checks = await db.selectFrom('notice_checks').select(['notice_id', 'sha256', 'account_sha256']).execute()
  const checked = new Map(checks.map(check => [check.notice_id, check]))
  const emails = await db.selectFrom('jobs').select('key').where('kind', '=', 'notice-email').execute()
  const tally = { letters: notices.length, lost: 0, duplicated: 0, contradicted: emails.length === provided.size ? 0 : 1 }
  for (const { id, sent, checked: known } of notices) {
    const [letters, provisions] = [posted.get(id) ?? [], provided.get(id) ?? []]
    const isToPrint = sent?.state === 'to-print' && kept.get(id) === checked.get(id)?.sha256
    const times = letters.length + provisions.length + (isToPrint ? 1 : 0)
    if (times === 0) tally.lost += 1
    if (times > 1) tally.duplicated += 1
    const right = { post: () => sent?.letterId === String(letters[0]?.letterID) && letters[0]?.sha256 === checked.get(id)?.sha256, mailbox: () => sent?.state === 'provided' && provisions[0]?.sha256 === checked.get(id)?.account_sha256, here: () => isToPrint }
    if (!known || known.channel !== sent?.channel || !right[known.channel]()) tally.contradicted += 1
  }
  return tally
}
