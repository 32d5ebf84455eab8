import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../service/clock.ts'
import { keyName, newBackupKey, readKey } from '../../service/operate/backup/backup-key.ts'
import { newSigningKey, readSigningKey, signerName } from '../../service/operate/backup/backup-signature.ts'
import { readCertificate } from '../../service/operate/certificate.ts'
import { SERVICE_ROLE } from '../../service/operate/roles.ts'
import { setUpDatabase } from '../../service/operate/set-up-database.ts'
import { instantFromMs } from '../../shared/time.ts'
import { accountNamed, asAccount, type Account } from './accounts.ts'
import type { Places } from './places.ts'
import { optionsIn, refuse, say } from './say.ts'

const USAGE = 'rathaus-service setup --cert ZERTIFIKAT.pem --key SCHLÜSSEL.pem [--port 443]\nrathaus-service setup --behind-proxy [--port 8080]'

interface Wish {
  /** Null behind a proxy. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  readonly port: string
}

/** Makes roles, database, folders, settings and the key for backups; what is there already stays as it is. The exit code. */
export async function setUp(args: readonly string[], places: Places, adminUrl: string): Promise<number> {
  const wish = readWish(args)
  if (!wish) return refuse([USAGE])
  if (wish.tls) {
    const read = await readCertificate(wish.tls, [], instantFromMs(systemClock.nowMs()))
    if (!read.ok) return refuse([read.error])
  }
  say('Datenbank …')
  const database = await asAccount(accountNamed('postgres'), () => setUpDatabase(adminUrl))
  if (!database.ok) return refuse(database.error)
  say('Verzeichnisse und Einstellungen …')
  const service = accountNamed(SERVICE_ROLE)
  await makeFolders(places, service)
  const tls = wish.tls && (await copyCertificate(wish.tls, places.tlsFolder, service))
  await keepSettings(places, linesOf({ databaseUrl: database.value, places, port: wish.port, tls }), service)
  await keepSigningKey(places.signingKey, service)
  await keepBackupKey(places)
  say('', ...nextSteps(await readdir(places.townsFolder)))
  return 0
}

const nextSteps = (townFiles: readonly string[]): readonly string[] =>
  townFiles.length === 0
    ? ['Fertig. Als Nächstes legen Sie Ihre Stadt an:', '  rathaus-service town add --help']
    : ['Fertig. Ein Dienst, der läuft, nimmt ein neues Zertifikat innerhalb einer Minute; sonst starten Sie ihn: systemctl start rathaus-service']

function readWish(args: readonly string[]): Wish | null {
  const values = optionsIn(args, { cert: { type: 'string' }, key: { type: 'string' }, 'behind-proxy': { type: 'boolean' }, port: { type: 'string' } })
  if (!values) return null
  const { cert, key, port } = values
  if (values['behind-proxy'] === true) return cert === undefined && key === undefined ? { tls: null, port: port ?? '8080' } : null
  return cert !== undefined && key !== undefined ? { tls: { certFile: cert, keyFile: key }, port: port ?? '443' } : null
}

async function makeFolders({ townsFolder, tlsFolder, stateFolder, backupFolder }: Places, service: Account | null): Promise<void> {
  for (const folder of [townsFolder, stateFolder, backupFolder, tlsFolder]) {
    await mkdir(folder, { recursive: true })
    await chmod(folder, folder === tlsFolder ? 0o750 : 0o700)
    if (service) await chown(folder, folder === tlsFolder ? 0 : service.uid, service.gid)
  }
}

/** Copies, so that the service may read them and nobody else has to be let into the folder that they came from. */
async function copyCertificate({ certFile, keyFile }: NonNullable<Wish['tls']>, folder: string, service: Account | null): Promise<NonNullable<Wish['tls']>> {
  const copies = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
  await copyFile(certFile, copies.certFile)
  await copyFile(keyFile, copies.keyFile)
  for (const file of Object.values(copies)) {
    await chmod(file, 0o640)
    if (service) await chown(file, 0, service.gid)
  }
  return copies
}

function linesOf({ databaseUrl, places, port, tls }: { readonly databaseUrl: string; readonly places: Places; readonly port: string; readonly tls: Wish['tls'] }): string {
  const values = {
    DATABASE_URL: databaseUrl, TOWNS_DIR: places.townsFolder, HOST: tls ? '0.0.0.0' : '127.0.0.1', PORT: port,
    ...(tls ? { TLS_CERT_FILE: tls.certFile, TLS_KEY_FILE: tls.keyFile } : { BEHIND_PROXY: '1' }),
    DELIVERY_JOURNAL: join(places.stateFolder, 'delivered'), METRICS_TOKEN: randomBytes(24).toString('base64url'),
    BACKUP_FOLDER: places.backupFolder, BACKUP_DAILY: '7', BACKUP_WEEKLY: '4',
  }
  return `# Einstellungen des Dienstes, für alle Städte. Was es gibt: /opt/rathaus-service/docs/operation.md\n${Object.entries(values).map(([name, value]) => `${name}='${value}'\n`).join('')}`
}

async function keepSettings({ settings }: Places, lines: string, service: Account | null): Promise<void> {
  if (existsSync(settings)) return say(`${settings} war schon da und bleibt, wie es ist.`)
  await writeFile(settings, lines, { mode: 0o640, flag: 'wx' })
  if (service) await chown(settings, 0, service.gid)
}

/** A new key for the backups to come; those that are there keep the former one. The exit code. */
export async function renewBackupKey(places: Places): Promise<number> {
  await rm(places.backupKey, { force: true })
  await keepBackupKey(places)
  say('Frühere Sicherungen gehören weiter zum früheren Schlüssel: Bewahren Sie beide auf.')
  return 0
}

/** Only the service may sign: whoever else can write into the folder of backups makes none that a restore believes. */
async function keepSigningKey(file: string, service: Account | null): Promise<void> {
  if (existsSync(file)) return
  await writeFile(file, newSigningKey(), { mode: 0o600, flag: 'wx' })
  if (service) await chown(file, service.uid, service.gid)
}

/** The private half is shown this one time and kept nowhere; beside it stands by whom backups are signed, for the day on which this machine is gone. */
async function keepBackupKey({ backupKey: file, signingKey }: Places): Promise<void> {
  const signer = readSigningKey(await readFile(signingKey, 'utf8').catch(() => ''))
  if (existsSync(file)) {
    const known = readKey(await readFile(file, 'utf8'), 'public')
    return say(known.ok ? `Sicherungen gehören zum Schlüssel ${keyName(known.value)}.` : known.error)
  }
  const { publicKey, privateKey } = newBackupKey()
  const read = readKey(publicKey, 'public')
  say('', `Schlüssel für die Sicherungen${read.ok ? `, Kennung ${keyName(read.value)}` : ''}. Er wird nur dieses eine Mal gezeigt: Drucken Sie ihn aus und legen Sie ihn in einen Tresor. Ohne ihn ist keine Sicherung zu öffnen.`, privateKey,
    ...(signer.ok ? [`Kennung der Unterschrift: ${signerName(signer.value)}. Drucken Sie sie mit aus: Auf einem neuen Rechner weist sie aus, dass eine Sicherung von hier ist.`] : []))
  await writeFile(file, publicKey, { mode: 0o644, flag: 'wx' })
}
