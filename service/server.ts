import { createService, type Service } from './app.ts'
import { demoUsers } from './demo/staff.ts'
import { FirstPeopleRefused } from './first-people.ts'
import { DkimKeyRefused } from './domains/alerts/ways/dkim-key.ts'
import { factsOfError, standardErrorLog } from './log.ts'
import { sentenceOf } from './http/sentences.ts'
import { readSettings, type Settings } from './settings.ts'
import { DatabaseRefused } from './store/migrate.ts'

/** Whatever hangs while stopping is given up after this. */
const STOP_WITHIN_MS = 3_500

/**
 * The service as a process: one `READY {…}` line on standard output once it can be used, everything else on standard
 * error; ends on SIGTERM or SIGINT. Resolves with the exit code, undefined while it goes on running.
 */
export async function runService(environment: Readonly<Record<string, string | undefined>>, flags: readonly string[]): Promise<number | undefined> {
  const settings = readSettings(environment, flags)
  if (!settings.ok) return refuseStart('start/settings-invalid', settings.problems)
  endTellingWhere()
  const started = await start(settings.value)
  if (!started.ok) return refuseStart(started.code, started.sentences)
  stopOnSignal(started.service)
  process.stdout.write(`READY ${JSON.stringify(readyFacts(started.service, settings.value))}\n`)
  return undefined
}

/** A bug that nothing caught ends the process, as it should; the log gets its place and never its words, which may be a person's. */
function endTellingWhere(): void {
  process.on('uncaughtException', error => {
    standardErrorLog().error('service.crashed', factsOfError(error))
    process.exit(1)
  })
}

function refuseStart(code: string, sentences: readonly string[]): number {
  process.stderr.write(`Der Dienst kann so nicht starten (${code}):\n${sentences.map(sentence => `  - ${sentence}\n`).join('')}`)
  return 2
}

type Started = { readonly ok: true; readonly service: Service } | { readonly ok: false; readonly code: string; readonly sentences: readonly string[] }

async function start(settings: Settings): Promise<Started> {
  let service: Service | undefined
  try {
    service = await createService(settings)
    await service.listen()
    return { ok: true, service }
  } catch (error) {
    await service?.close()
    return startRefused(error, settings)
  }
}

function startRefused(error: unknown, { port }: Settings): Started {
  if (error instanceof FirstPeopleRefused) return { ok: false, code: 'start/settings-invalid', sentences: [error.message] }
  if (error instanceof DkimKeyRefused) return { ok: false, code: 'start/settings-invalid', sentences: [error.message] }
  if (error instanceof DatabaseRefused) return { ok: false, code: error.refusal.code, sentences: [error.message] }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const { de, en } = sentenceOf('start/port-in-use', { port })
    return { ok: false, code: 'start/port-in-use', sentences: [de, en] }
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return { ok: false, code: 'start/settings-invalid', sentences: ['HOST oder --port ist auf diesem Rechner nicht zu haben. Nehmen Sie 127.0.0.1 und einen Port ab 1024.'] }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000')
    return { ok: false, code: 'start/settings-invalid', sentences: [`DATABASE_URL führt zu keiner Datenbank (${code}). Läuft PostgreSQL, und stimmen Name und Kennwort?`] }
  if (code === '42501')
    return { ok: false, code: 'start/settings-invalid', sentences: ['Die Rolle in DATABASE_URL darf die Tabellen nicht anlegen, ändern oder lesen. Starten Sie nach einer Aktualisierung einmal mit der Rolle, der sie gehören, und prüfen Sie die Rechte dieser Rolle.'] }
  // Not the exception itself: a database's quotes the rows it was given.
  standardErrorLog().error('service.start-failed', factsOfError(error))
  return { ok: false, code: 'request/unexpected', sentences: ['Ein unerwarteter Fehler; die Zeile darüber nennt die Stelle. Bitte geben Sie sie der Betreuung.'] }
}

function readyFacts(service: Service, { demo }: Settings): object {
  const url = service.url()
  return {
    url,
    service: url,
    users: demo ? demoUsers() : null,
    pids: { core: null, service: process.pid },
    mail: service.outgoing.mailUrl,
    epost: service.outgoing.epostUrl,
    portal: `${url}/portal`,
  }
}

/** Stops taking requests, ends streams, finishes what is in hand; a second signal changes nothing. */
function stopOnSignal(service: Service): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    service.close().then(() => process.exit(0), () => process.exit(1))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
