import type { KeyObject } from 'node:crypto'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../../shared/result.ts'
import { msOf, type Instant } from '../../../shared/time.ts'
import { DatabaseRefused } from '../../store/migrate.ts'
import { noteBackup } from '../delivery-journal.ts'
import { isDiskFull } from '../disk.ts'
import { ProgramFailed } from '../programs.ts'
import { backupBytes, type Part, type PartFacts } from './backup-file.ts'
import { signatureOf } from './backup-signature.ts'
import { backupName, forgettable, madeAtMs, type Keeping } from './kept-backups.ts'
import { PART, SETTINGS_FOLDER, type About } from './manifest.ts'
import { withSource, type Source } from './source.ts'

export interface BackupWish {
  readonly databaseUrl: string
  /** Where backups lie; it has to be there. */
  readonly folder: string
  readonly recipient: KeyObject
  /** Vouches for it. */
  readonly signer: KeyObject
  /** Folder of the journal of deliveries, which is told of the backup; null where none is kept. */
  readonly journal: string | null
  /** Files that belong to it and lie outside of the database, each with a name of its own. One that may be missing is left out, and told. */
  readonly settingsFiles: readonly { readonly name: string; readonly path: string; readonly mayBeMissing: boolean }[]
  readonly keep: Keeping
  readonly now: Instant
  /** Which version makes it. */
  readonly program: string
}

export interface BackupMade {
  readonly file: string
  readonly bytes: number
  readonly towns: About['facts']['towns']
  /** Older ones that went because of `keep`. */
  readonly forgotten: readonly string[]
  /** Paths of files of settings that are not in it, because they are not to be read. */
  readonly missing: readonly string[]
}

/** Writes one backup and removes what need not be kept any longer; or leaves the folder as it was and says why, in sentences. */
export async function makeBackup(wish: BackupWish): Promise<Result<BackupMade, readonly string[]>> {
  const settings = await settingsOf(wish)
  if (!settings.ok) return settings
  try {
    return await withSource(wish.databaseUrl, async source => {
      if (!source) return refused('In dieser Datenbank liegt noch nichts von Rathaus Desk. Richten Sie den Dienst zuerst ein: rathaus-service setup')
      const { serverId, towns } = source.facts
      const file = join(wish.folder, backupName(serverId, wish.now))
      const bytes = await writeWhole(file, backupBytesOf(wish, source, settings.value.files))
      // Without the note a restore does not rely on the journal: nothing is sent twice.
      if (wish.journal !== null) await noteBackup(wish.journal, { server: serverId, at: wish.now }).catch(() => undefined)
      return ok({ file, bytes, towns, forgotten: await forget(wish, serverId), missing: settings.value.missing })
    })
  } catch (error) {
    const sentence = sentenceFor(error, wish.folder)
    if (sentence === undefined) throw error
    return refused(sentence)
  }
}

const refused = (sentence: string): Result<never, readonly string[]> => ({ ok: false, error: [sentence] })

function sentenceFor(error: unknown, folder: string): string | undefined {
  if (isDiskFull(error)) return `In ${folder} ist kein Platz mehr; die halbe Sicherung ist wieder entfernt, die früheren sind da. Schaffen Sie Platz, oder nehmen Sie mit --to ein anderes Verzeichnis.`
  if (error instanceof ProgramFailed || error instanceof DatabaseRefused) return error.message
  // A socket of PostgreSQL that is not there is no folder that is not there.
  const code = error instanceof Error && 'code' in error && !('syscall' in error && error.syscall === 'connect') ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return `Das Verzeichnis ${folder} gibt es nicht. Legen Sie es an, oder hängen Sie das Laufwerk ein.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return `In ${folder} darf der Dienst nicht schreiben. Geben Sie dem Konto rathaus_service das Recht dazu.`
  if (code === 'EEXIST') return 'Es läuft schon eine Sicherung, oder eine von eben ist noch da. Versuchen Sie es in einer Minute noch einmal.'
  return undefined
}

interface SettingsFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Read before anything is written: what is wrong with one of them is said of it, and not of the folder of backups. */
async function settingsOf({ settingsFiles }: BackupWish): Promise<Result<{ readonly files: readonly SettingsFile[]; readonly missing: readonly string[] }, readonly string[]>> {
  const read = await Promise.all(settingsFiles.map(async ({ name, path, mayBeMissing }) => ({ name, path, mayBeMissing, bytes: await readFile(path).catch(() => null) })))
  const missing = read.filter(({ bytes }) => bytes === null)
  const lacking = missing.filter(({ mayBeMissing }) => !mayBeMissing).map(({ path }) => `${path} ist für den Dienst nicht zu lesen; die Sicherung wäre ohne diese Einstellungen. Abhilfe: chown rathaus_service ${path}`)
  if (lacking.length > 0) return { ok: false, error: lacking }
  return ok({ files: read.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : [])), missing: missing.map(({ path }) => path) })
}

async function* partsOf({ now, program, signer }: BackupWish, { kind, facts, dump }: Source, { settings, written }: { readonly settings: readonly SettingsFile[]; readonly written: readonly PartFacts[] }): AsyncGenerator<Part> {
  const about: About = { program, createdAt: now, kind, facts }
  yield { name: PART.about, bytes: textBytes(JSON.stringify(about)) }
  for (const { name, bytes } of settings) yield { name: `${SETTINGS_FOLDER}${name}`, bytes: one(bytes) }
  yield { name: PART.database, bytes: dump }
  // Asked for when everything before it is through.
  const manifest = Buffer.from(JSON.stringify({ parts: written }))
  yield { name: PART.manifest, bytes: one(manifest) }
  yield { name: PART.signature, bytes: textBytes(signatureOf(manifest, signer)) }
}

function backupBytesOf(wish: BackupWish, source: Source, settings: readonly SettingsFile[]): AsyncIterable<Uint8Array> {
  const written: PartFacts[] = []
  return backupBytes(partsOf(wish, source, { settings, written }), wish.recipient, part => void written.push(part))
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const textBytes = (text: string): AsyncIterable<Uint8Array> => one(Buffer.from(text))

const UNFINISHED = '.part'

/** Under a name of its own until all of it is on the disk: what has the name of a backup is one. */
async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const unfinished = `${file}${UNFINISHED}`
  const handle = await open(unfinished, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes) {
      await handle.writeFile(chunk)
      size += chunk.length
    }
    await handle.sync()
    await handle.close()
    await rename(unfinished, file)
    return size
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

/** A day later nobody writes it any longer: its machine went off meanwhile. */
const LEFT_BEHIND_MS = 86_400_000

async function forget({ folder, keep, now }: BackupWish, serverId: string): Promise<readonly string[]> {
  const there = await readdir(folder)
  const halves = there.filter(name => name.endsWith(UNFINISHED) && msOf(now) - (madeAtMs(name.slice(0, -UNFINISHED.length)) ?? msOf(now)) > LEFT_BEHIND_MS)
  const names = [...forgettable(there, serverId, keep), ...halves]
  for (const name of names) await rm(join(folder, name), { force: true })
  return names
}
