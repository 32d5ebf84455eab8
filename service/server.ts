import { createService, type Service } from './app.ts'
import { systemClock } from './clock.ts'
import { demoUsers } from './demo/staff.ts'
import { FirstPeopleRefused } from './first-people.ts'
import { DkimKeyRefused } from './domains/alerts/ways/dkim-key.ts'
import { factsOfError, standardErrorLog } from './log.ts'
import { sentenceOf } from './http/sentences.ts'
import { openHouse, readHouse, type House, type HouseSettings } from './operate/house.ts'
import { isClockSetByNetwork } from './operate/network-clock.ts'
import { PROGRAM_ROOT, verifyProgram } from './operate/program-files.ts'
import { readSettings, type Settings } from './settings.ts'
import { ClockRefused, refuseWrongClock, tellClockDifference } from './store/clock-difference.ts'
import { DatabaseRefused } from './store/migrate.ts'
import { openTowns, type Towns } from './towns/open-towns.ts'
import { readTowns, type TownAtHosts } from './towns/read-towns.ts'

/** Whatever hangs while stopping is given up after this. */
const STOP_WITHIN_MS = 3_500

/**
 * The service as a process: one `READY {…}` line on standard output once it can be used, everything else on standard
 * error; ends on SIGTERM or SIGINT. Resolves with the exit code, undefined while it goes on running.
 */
export async function runService(environment: Readonly<Record<string, string | undefined>>, flags: readonly string[]): Promise<number | undefined> {
  const program = await verifyProgram(PROGRAM_ROOT)
  if (!program.ok) return refuseStart('start/files-differ', filesDiffer(program.error))
  const prepared = await prepare(environment, flags)
  if (!prepared.ok) return refuseStart('start/settings-invalid', prepared.problems)
  endTellingWhere()
  const started = await start(prepared)
  if (!started.ok) return refuseStart(started.code, started.sentences, started.passes)
  stopOnSignal(started.running)
  process.stdout.write(`READY ${JSON.stringify(started.running.facts)}\n`)
  return undefined
}

/** What runs until it is closed, and what the READY line says of it. */
interface Running {
  readonly facts: object
  close(): Promise<void>
}

type Prepared = { readonly ok: true; readonly port: number; open(): Promise<Running> } | { readonly ok: false; readonly problems: readonly string[] }

/** One town by the environment, or those of a folder. */
async function prepare(environment: Readonly<Record<string, string | undefined>>, flags: readonly string[]): Promise<Prepared> {
  const house = readHouse(environment)
  if (!house.ok) return { ok: false, problems: house.error }
  const folder = environment['TOWNS_DIR']
  if (!folder) {
    const settings = readSettings(environment, flags)
    return settings.ok ? { ok: true, port: settings.value.port, open: () => inHouse(house.value, [], one => openOne(settings.value, one)) } : settings
  }
  const towns = await readTowns(folder, environment, flags)
  if (!towns.ok) return towns
  const hosts = towns.value.flatMap(town => town.hosts)
  return { ok: true, port: towns.value[0]?.settings.port ?? 0, open: () => inHouse(house.value, hosts, one => openSeveral(towns.value, one)) }
}

/** What the process has on its machine is opened first and closed last. */
async function inHouse(settings: HouseSettings, hosts: readonly string[], open: (house: House) => Promise<Running>): Promise<Running> {
  const house = await openHouse(settings, { hosts, clock: systemClock, log: standardErrorLog() })
  if (!house.ok) throw new HouseRefused(house.error)
  try {
    const running = await open(house.value)
    return { ...running, close: async () => { await running.close(); house.value.close() } }
  } catch (error) {
    house.value.close()
    throw error
  }
}

class HouseRefused extends Error {
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences[0])
    this.sentences = sentences
  }
}

const filesDiffer = (files: readonly string[]): readonly string[] => [
  `Diese Dateien sind nicht die der installierten Fassung: ${files.join(', ')}. Eine Aktualisierung ist wohl abgebrochen.`,
  'Installieren Sie das Paket noch einmal (apt-get install --reinstall ./rathaus-service_….deb). An den Daten ist nichts geändert.',
]

async function openOne(settings: Settings, house: House): Promise<Running> {
  const service = await createService(settings, { house })
  try {
    if (!settings.demo) await refuseWrongClock(service.database.db, systemClock, isClockSetByNetwork)
    await service.listen()
    if (!settings.demo) await tellClockDifference(service.database.db, systemClock, standardErrorLog())
  } catch (error) {
    await service.close()
    throw error
  }
  return { facts: readyFacts(service, settings), close: service.close }
}

async function openSeveral(given: readonly TownAtHosts[], house: House): Promise<Running> {
  const towns = await openTowns(given, { house })
  try {
    await refuseClockOf(given, towns)
    const port = await towns.listen()
    const facts = { url: null, service: null, users: null, pids: { core: null, service: process.pid }, mail: null, epost: null, portal: null, port, towns: given.map(town => factsOfTown(towns, town)) }
    return { facts, close: towns.close }
  } catch (error) {
    await towns.close()
    throw error
  }
}

/** They share a database: one of them is asked. */
async function refuseClockOf(given: readonly TownAtHosts[], towns: Towns): Promise<void> {
  const services = given.flatMap(({ settings }) => (settings.demo ? [] : [towns.service(settings.townId)]))
  const open = services.find(service => service !== undefined)
  if (open) await refuseWrongClock(open.database.db, systemClock, isClockSetByNetwork)
}

const factsOfTown = (towns: Towns, { hosts, settings }: TownAtHosts): object => {
  const service = towns.service(settings.townId)
  return { id: settings.townId, hosts, isOpen: service !== undefined, url: settings.publicUrl, users: settings.demo ? demoUsers() : null, mail: service?.outgoing.mailUrl ?? null }
}

/** A bug that nothing caught ends the process, as it should; the log gets its place and never its words, which may be a person's. */
function endTellingWhere(): void {
  process.on('uncaughtException', error => {
    standardErrorLog().error('service.crashed', factsOfError(error))
    process.exit(1)
  })
}

/** Ends a process that may well start a little later; the unit of systemd tries again after it, and never after REFUSED. */
const PASSES = 75
const REFUSED = 2

function refuseStart(code: string, sentences: readonly string[], passes = false): number {
  process.stderr.write(`Der Dienst kann so nicht starten (${code}):\n${sentences.map(sentence => `  - ${sentence}\n`).join('')}`)
  return passes ? PASSES : REFUSED
}

/** `passes`: after a power cut the database, the network or the clock may only need a while longer. */
type Started = { readonly ok: true; readonly running: Running } | { readonly ok: false; readonly code: string; readonly sentences: readonly string[]; readonly passes: boolean }

async function start({ open, port }: Extract<Prepared, { readonly ok: true }>): Promise<Started> {
  try {
    return { ok: true, running: await open() }
  } catch (error) {
    return startRefused(error, port)
  }
}

/** PostgreSQL begins, ends, has no room for another connection, or is not reached; a socket that is not there yet is ENOENT. */
const DATABASE_AWAY: readonly unknown[] = ['57P01', '57P02', '57P03', '53300', '08006', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']

function startRefused(error: unknown, port: number): Started {
  if (error instanceof FirstPeopleRefused || error instanceof DkimKeyRefused) return refusedFor('start/settings-invalid', [error.message])
  if (error instanceof DatabaseRefused) return refusedFor(error.refusal.code, [error.message])
  if (error instanceof HouseRefused) return refusedFor('start/settings-invalid', error.sentences)
  if (error instanceof ClockRefused) return passingBy('start/clock-differs', [error.message])
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const { de, en } = sentenceOf('start/port-in-use', { port })
  if (code === 'EADDRINUSE') return passingBy('start/port-in-use', [de, en])
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return { ok: false, code: 'start/settings-invalid', sentences: ['HOST oder --port ist auf diesem Rechner nicht zu haben. Nehmen Sie 127.0.0.1 und einen Port ab 1024.'], passes: code === 'EADDRNOTAVAIL' }
  if (DATABASE_AWAY.includes(code) || (code === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'connect'))
    return passingBy('start/settings-invalid', [`Die Datenbank antwortet nicht (${String(code)}). Läuft PostgreSQL (systemctl start postgresql), und stimmt die Adresse in DATABASE_URL?`])
  if (code === '28P01' || code === '28000' || code === '3D000')
    return refusedFor('start/settings-invalid', [`DATABASE_URL führt zu keiner Datenbank (${code}). Stimmen Name und Kennwort? Wenn noch nichts eingerichtet ist: rathaus-service setup`])
  if (code === '42501')
    return refusedFor('start/settings-invalid', ['Die Rolle in DATABASE_URL darf die Tabellen nicht anlegen, ändern oder lesen. Starten Sie nach einer Aktualisierung einmal mit der Rolle, der sie gehören, und prüfen Sie die Rechte dieser Rolle.'])
  // Not the exception itself: a database's quotes the rows it was given.
  standardErrorLog().error('service.start-failed', factsOfError(error))
  return passingBy('request/unexpected', ['Ein unerwarteter Fehler; die Zeile darüber nennt die Stelle. Bitte geben Sie sie der Betreuung.'])
}

const refusedFor = (code: string, sentences: readonly string[]): Started => ({ ok: false, code, sentences, passes: false })
const passingBy = (code: string, sentences: readonly string[]): Started => ({ ok: false, code, sentences, passes: true })

function readyFacts(service: Service, { demo }: Settings): object {
  const url = service.url()
  return {
    url,
    service: url,
    users: demo ? demoUsers() : null,
    pids: { core: null, service: process.pid },
    mail: service.outgoing.mailUrl,
    epost: service.outgoing.epostUrl,
    fitConnect: service.fitConnectUrl,
    portal: `${url}/portal`,
  }
}

/** Stops taking requests, ends streams, finishes what is in hand; a second signal changes nothing. */
function stopOnSignal(running: Running): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    running.close().then(() => process.exit(0), () => process.exit(1))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
