import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../service/clock.ts'
import { createRandom } from '../../service/demo/random.ts'
import type { Database } from '../../service/store/database.ts'
import { postgresTestDatabase } from '../../service/store/testing.ts'
import { judgeAlerts, type AlertFindings } from './alert-findings.ts'
import { startAlertMail, type AlertMail } from './alert-mail.ts'
import { openNewsroom, type Newsroom } from './alert-newsroom.ts'
import { addAlertTown, addSubscribers } from '../../service/domains/alerts/sending/testing.ts'

export interface AlertKills {
  readonly kills: number
  readonly seed: number
  /** A PostgreSQL server; a database of its own is made there and dropped. */
  readonly databaseUrl: string
}

export interface AlertKillReport extends AlertFindings {
  readonly seed: number
  readonly kills: number
  readonly perSecond: number
}

const PEOPLE = 2_000
/** How much one process hands over before it is killed: work, not time, so that a slow machine's run meets as much as a fast one's. */
const MAILS_OF_A_LIFE = { from: 400, to: 1_400 }
/** And then a moment more, so that the kill meets every part of what comes after. */
const MOMENT_MS = { from: 0, to: 20 }
const HANGS_AFTER_MS = 90_000
/** What one process has compiled, the next needs not. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')

/**
 * Kills the process that sends in the middle of it, over and over, while messages are released, stopped, called off and run out; then lets
 * the last one finish and compares what the mail server got with what should have come.
 */
export async function runAlertKills({ kills, seed, databaseUrl }: AlertKills): Promise<AlertKillReport> {
  const database = await postgresTestDatabase(databaseUrl)
  const mail = await startAlertMail(systemClock.nowMs)
  try {
    await addAlertTown(database)
    await addSubscribers(database, 0, PEOPLE)
    const random = createRandom(seed)
    const lives = Array.from({ length: kills }, () => ({ mails: random.between(MAILS_OF_A_LIFE.from, MAILS_OF_A_LIFE.to), momentMs: random.between(MOMENT_MS.from, MOMENT_MS.to) }))
    const newsroom = openNewsroom({ database, mail, random })
    const startedMs = performance.now()
    await liveAndDie({ lives, newsroom, mail, start: () => warmUp(database.url, mail.smtpUrl) }, database)
    const perSecond = Math.round((mail.total() * 1_000) / (performance.now() - startedMs))
    return { seed, kills, perSecond, ...(await judgeAlerts(database, mail, newsroom.messages(), PEOPLE)) }
  } finally {
    await mail.close()
    await database.close()
  }
}

interface Life {
  readonly mails: number
  readonly momentMs: number
}

interface Lives {
  readonly lives: readonly Life[]
  readonly newsroom: Newsroom
  readonly mail: AlertMail
  readonly start: () => Promise<ChildProcess>
}

async function liveAndDie({ lives, newsroom, mail, start }: Lives, database: Database): Promise<void> {
  const children: ChildProcess[] = []
  const begin = async (): Promise<ChildProcess> => {
    const child = await start()
    children.push(child)
    return child
  }
  const work = newsroom.work()
  try {
    // The next process warms up while this one works, so that a kill costs its life and not its start.
    let next = begin()
    for (const { mails, momentMs } of lives) {
      const child = await next
      next = begin()
      child.stdin?.write('go\n')
      await within(mail.reached(mail.total() + mails), `${mails} mails`)
      await pause(momentMs)
      child.kill('SIGKILL')
      await gone(child)
    }
    newsroom.end()
    ;(await next).stdin?.write('go\n')
    await within(work, 'all that was still to be said')
    await within(allClosed(database), 'the end of every message')
  } finally {
    newsroom.end()
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(children.map(gone))
  }
}

async function warmUp(databaseUrl: string, smtpUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'alert-child.ts'), databaseUrl, smtpUrl], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('a sender ended before it began') })])
  return child
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function within(promise: Promise<void>, what: string): Promise<void> {
  const over = new AbortController()
  const hung = pause(HANGS_AFTER_MS, undefined, { signal: over.signal }).then(() => { throw new Error(`${what} did not come within ${HANGS_AFTER_MS} ms`) })
  try {
    await Promise.race([promise, hung])
  } finally {
    over.abort()
    await hung.catch(() => undefined)
  }
}

async function allClosed({ db }: Database): Promise<void> {
  while (await db.selectFrom('alert_sendings').select('alert_id').where('state', '=', 'open').limit(1).executeTakeFirst()) await pause(100)
}
