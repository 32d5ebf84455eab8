import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import nodemailer from 'nodemailer'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { connectionTo } from '../delivery/smtp.ts'
import { lastTimes, secondsSince } from '../maintenance/maintenance.ts'
import type { Settings } from '../settings.ts'
import { clockDifferenceMs } from '../store/clock-difference.ts'
import type { Database } from '../store/database.ts'
import { MIGRATIONS } from '../store/migrations/list.ts'
import { mayUnlockLogs } from '../store/ownership.ts'
import type { TownAtHosts } from '../towns/read-towns.ts'
import { factsOf } from './backup/facts.ts'
import { readCertificate } from './certificate.ts'
import { freeBytes, POSTGRES_FOLDER } from './disk.ts'
import type { HouseSettings } from './house.ts'
import { BACKUP_TASK, endedWell, hasFailed } from './outcomes.ts'
import { PROGRAM_ROOT, verifyProgram } from './program-files.ts'

/** One thing that was looked at, and what to do about it where it is not well. */
export interface Finding {
  readonly grade: 'good' | 'look' | 'bad'
  readonly what: string
  /** What is the case, and the way out. */
  readonly sentence: string
}

export interface Checked {
  readonly house: HouseSettings
  readonly towns: readonly TownAtHosts[]
  readonly database: Database
  readonly clock: Clock
  readonly backupFolder: string
  /** Files that nobody but the service may read. */
  readonly secretFiles: readonly string[]
  readonly fetch: typeof fetch
  /** Whether the machine's clock is set by the network; null where nobody can tell. */
  readonly isClockSet: () => Promise<boolean | null>
  /** Whether the service is running; null where nobody can tell. */
  readonly isRunning: () => Promise<boolean | null>
}

const good = (what: string, sentence: string): Finding => ({ grade: 'good', what, sentence })
const look = (what: string, sentence: string): Finding => ({ grade: 'look', what, sentence })
const bad = (what: string, sentence: string): Finding => ({ grade: 'bad', what, sentence })

/** Looks at everything that can be wrong with a service on its machine, one thing after the other. */
export async function checkService(parts: Checked): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const ask of [program, running, database, roles, clock, disk, certificate, permissions, backups, copies, journal]) findings.push(...(await ask(parts)))
  for (const { settings } of parts.towns) findings.push(await mail(settings), ...(await printCentre(settings, parts.fetch)))
  return findings
}

async function program(): Promise<readonly Finding[]> {
  const verified = await verifyProgram(PROGRAM_ROOT)
  return [verified.ok ? good('Programm', 'Alle Dateien sind die der installierten Fassung.') : bad('Programm', `Andere Dateien als im Paket: ${verified.error.join(', ')}. Installieren Sie das Paket noch einmal.`)]
}

async function running({ isRunning, towns }: Checked): Promise<readonly Finding[]> {
  const isUp = await isRunning()
  if (isUp === null || towns.length === 0) return []
  return [isUp ? good('Dienst', 'Er läuft.') : bad('Dienst', 'Er läuft nicht: systemctl start rathaus-service. Warum er aufgehört hat, sagt: rathaus-service log')]
}

async function database({ database: { db, kind }, towns }: Checked): Promise<readonly Finding[]> {
  const facts = await factsOf(db)
  if (!facts) return [bad('Datenbank', 'Sie ist leer. Richten Sie den Dienst ein: rathaus-service setup')]
  const lacking = MIGRATIONS.length - facts.migrations.length
  const missing = towns.filter(({ settings }) => !facts.towns.some(({ id }) => id === settings.townId))
  return [
    lacking === 0 ? good('Datenbank', `${facts.towns.length === 1 ? 'Eine Stadt' : `${facts.towns.length} Städte`}, ${facts.migrations.length} Umstellungen.`)
      : bad('Datenbank', lacking > 0 ? `Es fehlen ${lacking} Umstellungen: rathaus-service migrate` : 'Sie gehört zu einer neueren Fassung des Programms. Installieren Sie diese.'),
    ...(kind === 'pglite' ? [bad('Datenbank', 'Die eingebettete Datenbank übersteht keinen Stromausfall. Nehmen Sie PostgreSQL: rathaus-service setup')] : []),
    ...missing.map(({ settings }) => look('Stadt', `${settings.townName} (${settings.townId}) hat eine Datei, steht aber nicht in der Datenbank; sie wird beim Start leer angelegt.`)),
  ]
}

async function roles({ database: opened }: Checked): Promise<readonly Finding[]> {
  return [await mayUnlockLogs(opened) ? look('Rechte', 'Die Rolle des Dienstes könnte die Sperren des Protokolls aufheben. Nehmen Sie in DATABASE_URL die Rolle rathaus_service, der nichts gehört.') : good('Rechte', 'Die Rolle des Dienstes kann das Protokoll nicht verändern.')]
}

/** From here on signatures and sign-ins begin to fail elsewhere. */
const CLOCK_DIFFERS_MS = 60_000

async function clock({ database: { db }, clock: own, isClockSet }: Checked): Promise<readonly Finding[]> {
  const differenceMs = await clockDifferenceMs(db, own)
  const isSet = await isClockSet()
  if (Math.abs(differenceMs) > CLOCK_DIFFERS_MS) return [bad('Uhr', `Sie geht gegenüber der Datenbank um ${Math.round(Math.abs(differenceMs) / 1000)} Sekunden falsch: timedatectl set-ntp true`)]
  return [isSet === false ? bad('Uhr', 'Sie wird nicht über das Netz gestellt: timedatectl set-ntp true') : good('Uhr', isSet ? 'Sie stimmt und wird über das Netz gestellt.' : 'Sie stimmt mit der Datenbank überein.')]
}

const DISK_LOW_BYTES = 5 * 1024 ** 3

async function disk({ house, backupFolder }: Checked): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const folder of new Set([house.stateFolder, backupFolder, existsSync(POSTGRES_FOLDER) ? POSTGRES_FOLDER : null].filter(one => one !== null))) {
    const free = await freeBytes(folder)
    if (free === null) findings.push(bad('Platte', `${folder} ist nicht da. Legen Sie das Verzeichnis an, oder hängen Sie das Laufwerk ein.`))
    else findings.push((free < DISK_LOW_BYTES ? look : good)('Platte', `${folder}: ${(free / 1024 ** 3).toFixed(1).replace('.', ',')} GB frei${free < DISK_LOW_BYTES ? '. Schaffen Sie Platz' : ''}.`))
  }
  return findings
}

const EXPIRES_SOON_DAYS = 30

async function certificate({ house: { tls }, towns, clock: own }: Checked): Promise<readonly Finding[]> {
  if (!tls) return [good('Zertifikat', 'Das hat der Proxy davor.')]
  const read = await readCertificate(tls, towns.flatMap(({ hosts }) => hosts), instantFromMs(own.nowMs()))
  if (!read.ok) return [bad('Zertifikat', read.error)]
  const days = Math.floor((Date.parse(read.value.expiresAt) - own.nowMs()) / 86_400_000)
  return [days < EXPIRES_SOON_DAYS ? look('Zertifikat', `Es gilt noch ${days} Tage. Beantragen Sie ein neues und legen Sie es nach ${tls.certFile}.`) : good('Zertifikat', `Es gilt noch ${days} Tage.`)]
}

async function permissions({ secretFiles }: Checked): Promise<readonly Finding[]> {
  const open: string[] = []
  for (const file of secretFiles) {
    const known = await stat(file).catch(() => null)
    if (known && (known.mode & 0o007) !== 0) open.push(file)
  }
  return [open.length > 0 ? bad('Geheimnisse', `Für alle auf diesem Rechner lesbar: ${open.join(', ')}. Abhilfe: chmod o-rwx ${open.join(' ')}`) : good('Geheimnisse', 'Nur der Dienst liest seine Einstellungen.')]
}

const BACKUP_OLD_SECONDS = 50 * 3_600

async function backups({ database: { db }, towns, clock: own }: Checked): Promise<readonly Finding[]> {
  const [first] = towns
  if (!first) return [look('Städte', 'Noch keine. Legen Sie eine an: rathaus-service town add')]
  const tasks = await lastTimes(db, first.settings.townId)
  const last = endedWell(tasks, BACKUP_TASK)
  const failed = hasFailed(tasks, BACKUP_TASK) ? [bad('Sicherung', 'Die letzte ist gescheitert: rathaus-service log')] : []
  if (!last) return failed.length > 0 ? failed : [look('Sicherung', 'Noch keine. Machen Sie eine: rathaus-service backup')]
  const seconds = secondsSince(last.endedAt, own.nowMs())
  const age = `Die letzte, die gelang, ist ${Math.round(seconds / 3_600)} Stunden alt`
  return [...failed, seconds > BACKUP_OLD_SECONDS ? bad('Sicherung', `${age}: systemctl status rathaus-service-backup.timer`) : good('Sicherung', `${age}.`)]
}

/** Databases that a restore has put aside or left behind hold everything, beyond every retention. */
async function copies({ database: { db, kind } }: Checked): Promise<readonly Finding[]> {
  if (kind === 'pglite') return []
  const { rows } = await sql<{ readonly name: string }>`
    select datname as name from pg_database where datname ~ ('^' || current_database() || '_(before|restore)_[0-9]+$') order by datname`.execute(db)
  return rows.map(({ name }) => look('Kopie', `Die Datenbank ${name} ist von einer Zurückholung übrig und enthält alle Daten von damals. Wenn alles stimmt: sudo -u postgres dropdb ${name}`))
}

async function journal({ house: { journal: folder } }: Checked): Promise<readonly Finding[]> {
  if (folder === null) return []
  const [own, ofDatabase] = await Promise.all([folder, POSTGRES_FOLDER].map(path => stat(path).catch(() => null)))
  if (!own || !ofDatabase || own.dev !== ofDatabase.dev) return []
  return [look('Zustellbuch', `${folder} liegt auf derselben Platte wie die Datenbank: Stirbt sie, weiß niemand, welche E-Mails schon hinaus sind. Lassen Sie DELIVERY_JOURNAL in service.env auf eine andere zeigen.`)]
}

const MAIL_PATIENCE_MS = 10_000

async function mail({ townName, smtpUrl }: Settings): Promise<Finding> {
  const what = `E-Mail ${townName}`
  if (!smtpUrl) return bad(what, 'SMTP_URL fehlt: Niemand erfährt, dass etwas wartet.')
  const transport = nodemailer.createTransport({ ...connectionTo(smtpUrl), connectionTimeout: MAIL_PATIENCE_MS, greetingTimeout: MAIL_PATIENCE_MS })
  try {
    await transport.verify()
    return good(what, 'Der Mailserver nimmt die Anmeldung an.')
  } catch {
    return bad(what, `${new URL(smtpUrl).host} nimmt nichts an. Stimmen Adresse, Name und Kennwort in SMTP_URL, und lässt die Firewall den Dienst dorthin?`)
  } finally {
    transport.close()
  }
}

async function printCentre({ townName, printCentreUrl }: Settings, ask: typeof fetch): Promise<readonly Finding[]> {
  if (!printCentreUrl) return []
  const what = `Druckzentrum ${townName}`
  try {
    // Any answer will do: it is there and the way to it is open.
    await ask(printCentreUrl, { signal: AbortSignal.timeout(MAIL_PATIENCE_MS), redirect: 'manual' })
    return [good(what, 'Es antwortet.')]
  } catch {
    return [bad(what, 'Es antwortet nicht. Stimmt PRINT_CENTRE_URL, und lässt die Firewall den Dienst dorthin?')]
  }
}
