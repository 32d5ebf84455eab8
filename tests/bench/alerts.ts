import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { startPostgres } from '../../build/test-run/postgres.ts'
import { systemClock } from '../../service/clock.ts'
import { createAlertSender } from '../../service/domains/alerts/sending/sender.ts'
import { addAlertTown, addSubscribers, openAlertDesks, type AlertDesks } from '../../service/domains/alerts/sending/testing.ts'
import { CONNECTIONS, openWays, type Ways } from '../../service/domains/alerts/ways/open-ways.ts'
import { NO_WAYS } from '../../service/domains/alerts/ways/way-settings.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'
import { longRendition } from '../../shared/domains/alerts/renditions.ts'
import { aContent, anAlert } from '../../shared/domains/alerts/testing.ts'
import type { Content } from '../../shared/domains/alerts/content.ts'
import { instantFromMs } from '../../shared/time.ts'
import { heldMb } from './held-memory.ts'
import { benchRow, median, type Bench } from './row.ts'

const PEOPLE = 10_000
const MANY = 100_000
const QUEUED = 52
const ROUNDS = 3
const FIRST_GOAL_MS = 2_000
const FROM = 'warnung@tangerhuette.example'
/** Between two looks at the memory. */
const LOOK_EVERY = 2_000

/**
 * A severe warning to 10,000 people by e-mail while 52 other messages are on their way, against the bare mail client with as many
 * connections to the same server and no database; and the memory of one to 100,000.
 */
export const bench: Bench = {
  name: 'alerts',
  rows: ['alerts-first', 'alerts-rate', 'alerts-memory'],
  run: async () => {
    const postgres = await startPostgres()
    if (!postgres) {
      process.stderr.write('alerts needs PostgreSQL, which is not installed; not measured.\n')
      return []
    }
    const mail = spawn(process.execPath, [join(import.meta.dirname, 'mail-server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [smtpUrl] = (await once(mail.stdout, 'data')).map(line => String(line).trim())
    const database = await openDatabase(postgres.url)
    try {
      return await measure(database, smtpUrl ?? '')
    } finally {
      await database.close()
      mail.kill()
      await postgres.stop()
    }
  },
}

async function measure(database: Database, smtpUrl: string) {
  await addAlertTown(database)
  await addSubscribers(database, 0, PEOPLE)
  const desks = openAlertDesks(database, systemClock, 'bench')
  for (let count = 0; count < QUEUED; count += 1) await desks.release('live', toAll('Minor'))
  const firsts: number[] = []
  const rates: number[] = []
  const raws: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    raws.push(await rawRate(smtpUrl))
    const { firstMs, perSecond } = await warned(database, smtpUrl, desks, PEOPLE, () => undefined)
    firsts.push(firstMs)
    rates.push(perSecond)
    process.stderr.write(`alerts: first after ${firstMs.toFixed(0)} ms, ${perSecond.toFixed(0)}/s, bare client ${raws.at(-1)?.toFixed(0)}/s\n`)
  }
  const rate = benchRow('alerts-rate', 'messages/s', median(rates), median(raws), 1.25)
  return [
    benchRow('alerts-first', 'ms', Math.max(...firsts), FIRST_GOAL_MS, 1), { ...rate, ratio: Number((rate.reference / rate.ours).toPrecision(4)) },
    await memoryOfMany(database, smtpUrl, desks),
  ]
}

const toAll = (severity: Content['severity']): Partial<Content> => ({
  severity, endsAt: instantFromMs(systemClock.nowMs() + 7_200_000), situationAt: null, areas: [{ kind: 'circle', name: 'Stadtgebiet', centre: [52.43, 11.8], radiusKm: 9 }],
})

/** Released while the others are being sent: until the mail server has its first one, and how fast all of them were there from the release on. */
async function warned(database: Database, smtpUrl: string, desks: AlertDesks, people: number, onHanded: (count: number) => void): Promise<{ readonly firstMs: number; readonly perSecond: number }> {
  const ways = await openWays({ database, townId: TEST_TOWN, clock: systemClock, fetch, settings: NO_WAYS, smtpUrl, mailFrom: FROM, url: () => 'https://rathaus.example', measure: () => undefined })
  const busy = Promise.withResolvers<void>()
  const all = Promise.withResolvers<void>()
  const handedAt = { first: 0, last: 0, count: 0 }
  const note = (severity: string): void => {
    busy.resolve()
    if (severity !== 'Extreme') return
    handedAt.last = performance.now()
    handedAt.first ||= handedAt.last
    handedAt.count += 1
    onHanded(handedAt.count)
    if (handedAt.count === people) all.resolve()
  }
  const sender = senderOf(database, ways, note)
  sender.start()
  await busy.promise
  await desks.release('live', toAll('Extreme'))
  const releasedAt = performance.now()
  await all.promise
  await sender.stop()
  ways.close()
  return { firstMs: handedAt.first - releasedAt, perSecond: (people * 1_000) / (handedAt.last - releasedAt) }
}

function senderOf(database: Database, { handOver }: Ways, note: (severity: string) => void) {
  const email = handOver.live.get('email')
  if (!email) throw new Error('e-mail is set up')
  return createAlertSender({
    database, townId: TEST_TOWN, clock: systemClock, atOnce: CONNECTIONS, random: Math.random,
    log: { info: () => undefined, warn: event => void process.stderr.write(`${event}\n`), error: event => void process.stderr.write(`${event}\n`) },
    handOver: {
      training: new Map(),
      live: new Map([['email', async (sending, delivery) => {
        const outcome = await email(sending, delivery)
        note(sending.alert.content.severity)
        return outcome
      }]]),
    },
  })
}

/** The same words over as many connections, kept busy by as many loops. */
async function rawRate(smtpUrl: string): Promise<number> {
  const transport = nodemailer.createTransport({ url: smtpUrl, pool: true, maxConnections: CONNECTIONS, maxMessages: 500 })
  const { title, body } = longRendition(anAlert({ content: aContent() }), 'de')
  const link = `https://rathaus.example/portal/info/${'A'.repeat(43)}`
  const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Alert-Identifier': 'tangerhuette.raw', 'List-Unsubscribe': `<${link}/end>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  const start = performance.now()
  let next = 0
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let number = next++; number < PEOPLE; number = next++) {
      await transport.sendMail({
        messageId: `<${number}@tangerhuette.example>`, from: { name: 'Stadt Tangerhütte', address: FROM }, to: { name: '', address: `person.${number}@example.org` }, subject: title,
        text: `${body}\n\n-- \n${link}\n`, headers,
      })
    }
  }))
  const perSecond = (PEOPLE * 1_000) / (performance.now() - start)
  transport.close()
  return perSecond
}

/** What the process holds in the last quarter of 100,000, against the second one. */
async function memoryOfMany(database: Database, smtpUrl: string, desks: AlertDesks) {
  await addSubscribers(database, PEOPLE, MANY - PEOPLE)
  const looks: number[] = []
  const { perSecond } = await warned(database, smtpUrl, desks, MANY, count => {
    if (count % LOOK_EVERY === 0) looks.push(heldMb())
  })
  process.stderr.write(`alerts: ${MANY} at ${perSecond.toFixed(0)}/s, memory ${looks.map(mb => mb.toFixed(0)).join(' ')} MB\n`)
  const quarter = Math.floor(looks.length / 4)
  return benchRow('alerts-memory', 'MB', median(looks.slice(-quarter)), median(looks.slice(quarter, 2 * quarter)), 1.1)
}
