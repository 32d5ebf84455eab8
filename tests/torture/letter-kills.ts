import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../service/clock.ts'
import { startPrintCentre, type CallFate, type PrintCentreSimulator } from '../../service/demo/print-centre/print-centre.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { addNoticeTown, manyContents, openNoticeDesks, type NoticeDesks } from '../../service/domains/notices/sending/testing.ts'
import type { Database } from '../../service/store/database.ts'
import { postgresTestDatabase } from '../../service/store/testing.ts'
import { stageOf, type RunStage } from '../../shared/domains/notices/stage.ts'
import type { NoticeRunId } from '../../shared/ids.ts'
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
}

/** So many letters leave in one life of the sender. */
const LETTERS_OF_A_LIFE = { from: 1, to: 9 }
/** And then a moment more, so that the kill meets every part of what comes after. */
const MOMENT_MS = { from: 0, to: 40 }
const RUNS = 3
const LOST_ANSWERS = 0.3
const OTHER_TROUBLE = 0.1
const HANGS_AFTER_MS = 120_000
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')
const PACE = { processed: 500, atPrintCentre: 500, dispatched: 500 }

/** Kills the process that sends notices over and over while a third of the answers is lost, lets the last one finish, and counts what arrived. */
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
    const letters = lives.reduce((sum, life) => sum + life.letters, 30)
    const runIds = await releasedRuns(desks, Math.ceil(letters / RUNS), begin)
    await liveAndDie(lives, centre, begin)
    await endWith(await begin(), () => allAt(desks, runIds, 'handed-over'))
    return { seed, kills, lostAnswers: trouble.lost(), ...(await judge(database, centre)) }
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

/** Runs that were checked, by a process that was killed in between and by the next one, and released. */
async function releasedRuns(desks: NoticeDesks, count: number, begin: () => Promise<ChildProcess>): Promise<readonly NoticeRunId[]> {
  const runIds: NoticeRunId[] = []
  for (let run = 0; run < RUNS; run++) {
    const runId = await desks.prepare(manyContents(count, run * count + 1))
    await desks.submit(runId)
    runIds.push(runId)
  }
  await endWith(await begin(), () => allAt(desks, runIds.slice(0, 1), 'pending'))
  await endWith(await begin(), () => allAt(desks, runIds, 'pending'))
  for (const runId of runIds) await desks.release(runId)
  return runIds
}

async function endWith(child: ChildProcess, until: () => Promise<boolean>): Promise<void> {
  child.stdin?.write('go\n')
  await within(until, 'the end of every run')
  child.kill('SIGKILL')
  await gone(child)
}

async function allAt(desks: NoticeDesks, runIds: readonly NoticeRunId[], stage: RunStage): Promise<boolean> {
  const now = instantFromMs(systemClock.nowMs())
  const runs = await Promise.all(runIds.map(desks.run))
  return runs.every(run => stageOf(run, now) === stage)
}

async function liveAndDie(lives: readonly { readonly letters: number; readonly momentMs: number }[], centre: PrintCentreSimulator, begin: () => Promise<ChildProcess>): Promise<void> {
  // The next process warms up while this one works, so that a kill costs its life and not its start.
  let next = begin()
  for (const [index, { letters, momentMs }] of lives.entries()) {
    const child = await next
    if (index < lives.length - 1) next = begin()
    const goal = centre.letters().length + letters
    child.stdin?.write('go\n')
    await within(async () => centre.letters().length >= goal, `${letters} letters`)
    await pause(momentMs)
    child.kill('SIGKILL')
    await gone(child)
  }
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

async function within(isDone: () => Promise<boolean>, what: string): Promise<void> {
  const untilMs = performance.now() + HANGS_AFTER_MS
  while (!(await isDone())) {
    if (performance.now() > untilMs) throw new Error(`${what} did not come within ${HANGS_AFTER_MS} ms`)
    await pause(10)
  }
}

async function judge({ db }: Database, centre: PrintCentreSimulator): Promise<Pick<LetterKillReport, 'letters' | 'lost' | 'duplicated' | 'contradicted'>> {
  const notices = await db.selectFrom('notices').select(['id', 'sent']).execute()
  const arrived = Map.groupBy(centre.letters(), ({ letter }) => letter.custom1?.split('/')[0] ?? '')
  const contradicted = notices.filter(({ id, sent }) => sent?.letterId !== String(arrived.get(id)?.[0]?.letterID))
  return {
    letters: notices.length, lost: notices.filter(({ id }) => !arrived.has(id)).length, duplicated: [...arrived.values()].filter(({ length }) => length > 1).length, contradicted: contradicted.length,
  }
}
