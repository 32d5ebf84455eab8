import { existsSync } from 'node:fs'
import { open, readFile, readdir, writeFile, chown, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import * as z from 'zod'
import { systemClock } from '../../service/clock.ts'
import { readKey } from '../../service/operate/backup/backup-key.ts'
import { readSigningKey, signerName } from '../../service/operate/backup/backup-signature.ts'
import { makeBackup } from '../../service/operate/backup/make-backup.ts'
import { namesOf } from '../../service/operate/backup/manifest.ts'
import { restoreBackup, type Restored } from '../../service/operate/backup/restore-backup.ts'
import { forgetOldDays, readDeliveries } from '../../service/operate/delivery-journal.ts'
import { BACKUP_TASK, noteOutcome, REHEARSAL_TASK } from '../../service/operate/outcomes.ts'
import { SERVICE_ROLE } from '../../service/operate/roles.ts'
import { openUnmigrated } from '../../service/store/database.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import { accountNamed, asAccount } from './accounts.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import type { Environment, Places } from './places.ts'
import { optionsIn, refuse, say } from './say.ts'

const now = (): Instant => instantFromMs(systemClock.nowMs())

const Keeping = z.object({ BACKUP_DAILY: z.coerce.number().int().min(1).max(400).default(7), BACKUP_WEEKLY: z.coerce.number().int().min(0).max(520).default(4) })

/** One backup now, as the account of the service; how it ended stands on the health page. The exit code. */
export async function backUp(args: readonly string[], places: Places, environment: Environment): Promise<number> {
  const values = optionsIn(args, { to: { type: 'string' } })
  if (!values) return refuse(['rathaus-service backup [--to VERZEICHNIS]'])
  const keep = Keeping.safeParse(environment)
  const databaseUrl = environment['DATABASE_URL']
  if (!keep.success || !databaseUrl) return refuse(['BACKUP_DAILY muss eine Zahl ab 1 sein und BACKUP_WEEKLY eine ab 0; DATABASE_URL muss gesetzt sein (rathaus-service setup).'])
  const recipient = readKey(await readFile(places.backupKey, 'utf8').catch(() => ''), 'public')
  if (!recipient.ok) return refuse([recipient.error])
  const signer = readSigningKey(await readFile(places.signingKey, 'utf8').catch(() => ''))
  if (!signer.ok) return refuse([signer.error])
  const folder = values.to ?? environment['BACKUP_FOLDER'] ?? places.backupFolder
  return asAccount(accountNamed(SERVICE_ROLE), async () => {
    const made = await madeOrNoted(databaseUrl, {
      databaseUrl, folder, recipient: recipient.value, signer: signer.value, journal: environment['DELIVERY_JOURNAL'] ?? null, settingsFiles: await filesOfTowns(environment['TOWNS_DIR'] ?? places.townsFolder),
      keep: { daily: keep.data.BACKUP_DAILY, weekly: keep.data.BACKUP_WEEKLY }, now: now(), program: PROGRAM_VERSION,
    })
    await note(databaseUrl, BACKUP_TASK, made.ok ? `written ${made.value.bytes}` : null)
    if (!made.ok) return refuse(made.error)
    if (made.value.missing.length > 0) say(`Nicht dabei, weil nicht zu lesen: ${made.value.missing.join(', ')}. Stimmt DKIM_KEY_FILE, und darf rathaus_service die Datei lesen?`)
    if (environment['DELIVERY_JOURNAL']) await forgetOldDays(environment['DELIVERY_JOURNAL'], now())
    say(`${made.value.file}: ${megabytes(made.value.bytes)}, ${namesOf(made.value)}.`, ...(made.value.forgotten.length > 0 ? [`Entfernt: ${made.value.forgotten.join(', ')}`] : []))
    return 0
  })
}

/** Also an end that nobody foresaw stands on the page. */
async function madeOrNoted(databaseUrl: string, wish: Parameters<typeof makeBackup>[0]): ReturnType<typeof makeBackup> {
  try {
    return await makeBackup(wish)
  } catch (error) {
    await note(databaseUrl, BACKUP_TASK, null)
    throw error
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`

type SettingsFile = Parameters<typeof makeBackup>[0]['settingsFiles'][number]

/** The towns' settings, and the keys by which their e-mails are signed. */
async function filesOfTowns(folder: string): Promise<readonly SettingsFile[]> {
  const files: SettingsFile[] = []
  for (const name of (await readdir(folder).catch(() => [])).filter(one => one.endsWith('.env')).toSorted()) {
    const path = join(folder, name)
    // One that is not to be read is told by whoever makes the backup.
    const dkim = parseEnv(await readFile(path, 'utf8').catch(() => ''))['DKIM_KEY_FILE']
    files.push({ name, path, mayBeMissing: false }, ...(dkim ? [{ name: name.replace(/env$/, 'dkim.pem'), path: dkim, mayBeMissing: true }] : []))
  }
  return files
}

/** A backup is not worse for not being told of. */
async function note(databaseUrl: string, task: string, outcome: string | null): Promise<void> {
  // The embedded database is locked while a service works with it, and has no timer that makes backups.
  if (!/^postgres(ql)?:/.test(databaseUrl)) return
  try {
    const database = await openUnmigrated(databaseUrl)
    try {
      await noteOutcome(database.db, task, outcome, now())
    } finally {
      await database.close()
    }
  } catch {
    say('Wie es ausging, ließ sich in der Datenbank nicht vermerken; die Seite des Dienstes zeigt es nicht.')
  }
}

const RESTORE_USAGE = `rathaus-service restore --from DATEI --key DATEI|- [--dry-run] [--signed-by KENNUNG] [--replace "Namen hier" --by "Namen in der Sicherung"]
--key nennt die Datei mit dem Schlüssel aus dem Tresor; - liest ihn von der Tastatur (Ende mit Strg + D).`

const RESTORE_OPTIONS = { from: { type: 'string' }, key: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'signed-by': { type: 'string' }, replace: { type: 'string' }, by: { type: 'string' } } as const

/** Brings a backup back, or only proves that it could be. The exit code. */
export async function restore(args: readonly string[], { places, environment, adminUrl }: { readonly places: Places; readonly environment: Environment; readonly adminUrl: string }): Promise<number> {
  const values = optionsIn(args, RESTORE_OPTIONS)
  const databaseUrl = environment['DATABASE_URL']
  if (!values?.from || !values.key || !databaseUrl) return refuse([RESTORE_USAGE])
  const privateKey = readKey(values.key === '-' ? await text(process.stdin) : await readFile(values.key, 'utf8').catch(() => ''), 'private')
  if (!privateKey.ok) return refuse([privateKey.error])
  const file = await open(values.from).catch(() => null)
  if (!file) return refuse([`${values.from} ist nicht zu lesen.`])
  const isDryRun = values['dry-run'] === true
  const own = readSigningKey(await readFile(places.signingKey, 'utf8').catch(() => ''))
  // Read before another account works, which may not look into the service's folders.
  const journal = environment['DELIVERY_JOURNAL'] ? await readDeliveries(environment['DELIVERY_JOURNAL']) : null
  const isLocal = /^postgres(ql)?:/.test(databaseUrl)
  const done = await asAccount(isLocal ? accountNamed('postgres') : null, () => restoreFrom(file, {
    databaseUrl, adminUrl: isLocal ? adminUrl : databaseUrl, isDryRun, privateKey: privateKey.value, journal,
    signer: values['signed-by']?.trim().toLowerCase() ?? (own.ok ? signerName(own.value) : null),
    replace: values.replace !== undefined && values.by !== undefined ? { now: values.replace, by: values.by } : null,
  }))
  if (isDryRun) await asAccount(accountNamed(SERVICE_ROLE), () => note(databaseUrl, REHEARSAL_TASK, done.ok ? 'whole' : null))
  if (!done.ok) return refuse(done.error)
  tell(done.value, isDryRun)
  if (!isDryRun) await putBackSettings(done.value, environment['TOWNS_DIR'] ?? places.townsFolder)
  return 0
}

async function restoreFrom(file: FileHandle, wish: Omit<Parameters<typeof restoreBackup>[0], 'file' | 'suffix' | 'now'>): ReturnType<typeof restoreBackup> {
  try {
    return await restoreBackup({ ...wish, file, now: now(), suffix: now().slice(0, 19).replaceAll(/\D/g, '') })
  } finally {
    await file.close()
  }
}

function tell({ about, withheld, former }: Restored, isDryRun: boolean): void {
  const rows = Object.values(about.facts.rows).reduce((sum, count) => sum + count, 0)
  say(`Sicherung vom ${about.createdAt}, Fassung ${about.program}: ${namesOf(about.facts)}; ${rows} Zeilen in ${Object.keys(about.facts.rows).length} Tabellen, alle Protokolle unversehrt.`)
  if (isDryRun) return say('Sie lässt sich zurückholen. Es ist nichts geändert.')
  say(
    'Zurückgeholt. Arbeitsplätze bieten von selbst an, was sie seitdem noch haben. Alle melden sich neu an; Einmalkennwörter gelten nicht mehr.',
    `Was seit ${about.createdAt} in der Verwaltung geschah, gilt nicht mehr. Bevor der Dienst wieder für alle da ist, sehen Sie nach und tun Sie es noch einmal:`,
    '  - Rechner, die abgeschnitten wurden (gestohlen, verloren)', '  - Personen, die gegangen sind oder Rechte verloren haben; geänderte Kennwörter', '  - Personen, deren Daten gelöscht wurden, und Löschungen nach Frist',
    'Das Protokoll nennt die Zurückholung; Anker, die jünger als die Sicherung sind, gelten als überholt.',
    ...(withheld.delivered > 0 ? [`${withheld.delivered} E-Mails, die seit der Sicherung hinausgegangen sind, gehen nicht noch einmal hinaus.`] : []),
    ...(withheld.unknown > 0 ? [`${withheld.unknown} E-Mails warteten in der Sicherung; ohne ein Zustellbuch (DELIVERY_JOURNAL), das lückenlos bis zu ihr reicht, ist nicht bekannt, ob sie seitdem hinausgegangen sind. Sie gehen nicht von selbst hinaus.`] : []),
    ...(former ? [`Die bisherige Datenbank heißt jetzt ${former}; löschen Sie sie, wenn alles stimmt.`] : []),
    'Starten Sie den Dienst: systemctl enable --now rathaus-service rathaus-service-backup.timer',
  )
}

/** On a new machine the towns' files come from the backup; what is there already is newer and stays. */
async function putBackSettings({ settings }: Restored, folder: string): Promise<void> {
  const service = accountNamed(SERVICE_ROLE)
  for (const { name, bytes } of settings) {
    const file = join(folder, name)
    if (existsSync(file)) continue
    await writeFile(file, bytes, { mode: 0o600, flag: 'wx' })
    if (service) await chown(file, service.uid, service.gid)
    say(`${file} kam aus der Sicherung.`)
  }
}
