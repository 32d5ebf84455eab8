import type { KeyObject } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import type * as z from 'zod'
import { ok, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import { DatabaseRefused, migrate } from '../../store/migrate.ts'
import { MIGRATIONS } from '../../store/migrations/list.ts'
import { withholdDelivered, type Deliveries, type Withheld } from '../delivery-journal.ts'
import { isDiskFull } from '../disk.ts'
import { ProgramFailed } from '../programs.ts'
import { endWhatWasAlive } from './after-restore.ts'
import { openBackup, type OpenBackup, type PartFacts } from './backup-file.ts'
import { signerOf } from './backup-signature.ts'
import { differencesFrom, type DatabaseFacts } from './facts.ts'
import { About, Manifest, namesOf, PART, SETTINGS_FOLDER, SETTINGS_NAME } from './manifest.ts'
import { BackupBroken } from './sealed-stream.ts'
import { targetAt, type Loaded, type Place, type Target } from './target.ts'

export interface RestoreWish extends Place {
  /** The backup, open to be read. */
  readonly file: FileHandle
  readonly privateKey: KeyObject
  /** A rehearsal: everything but the last step, and nothing is left of it. */
  readonly isDryRun: boolean
  /** Typed by whoever wants another town's backup here: the names that go and those that come. */
  readonly replace: { readonly now: string; readonly by: string } | null
  /** Whose signature is believed: the name of this machine's key, or one that was typed from paper; null for nobody's. */
  readonly signer: string | null
  /** What has left the house; null where the journal is lost. */
  readonly journal: Deliveries | null
  readonly now: Instant
}

export interface Restored {
  readonly about: About
  /** Files of settings in the backup, by name. */
  readonly settings: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly withheld: Withheld
  /** Where the database is kept that was in use before; null in a rehearsal, or where there was none. */
  readonly former: string | null
}

/** Stops in the middle of reading; the sentences go to whoever called. */
class Refused extends Error {
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences[0])
    this.sentences = sentences
  }
}

/**
 * Loads a backup beside the database in use, proves it whole – its own hashes, every table's count, every chain of the audit log, every foreign key –, gives it a new
 * life of its data, and only then lets it take over. Whatever is wrong leaves everything as it was and is told in sentences.
 */
export async function restoreBackup(wish: RestoreWish): Promise<Result<Restored, readonly string[]>> {
  try {
    return ok(await restored(wish))
  } catch (error) {
    const sentences = sentencesFor(error)
    if (!sentences) throw error
    return { ok: false, error: sentences }
  }
}

function sentencesFor(error: unknown): readonly string[] | undefined {
  if (error instanceof Refused) return error.sentences
  if (error instanceof BackupBroken) return ['Die Sicherung ist beschädigt oder nicht vollständig. Nehmen Sie eine andere; an der Datenbank ist nichts geändert.']
  if (error instanceof ProgramFailed || error instanceof DatabaseRefused) return [error.message]
  if (isDiskFull(error)) return ['Für die Datenbank aus der Sicherung ist kein Platz. Schaffen Sie Platz; an der Datenbank ist nichts geändert.']
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '55006' ? [IN_USE] : undefined
}

const IN_USE = 'Die Datenbank wird gerade benutzt. Halten Sie den Dienst an (systemctl stop rathaus-service) und versuchen Sie es noch einmal.'

async function restored(wish: RestoreWish): Promise<Restored> {
  const target = targetAt(wish)
  const backup = await openBackup(wish.file, wish.privateKey)
  if (!backup.ok) throw new Refused([backup.error])
  const { about, settings } = await proved(backup.value, wish, target)
  let loaded: Loaded | undefined
  try {
    await backup.value.read(async (name, bytes) => {
      if (name === PART.database) loaded = await target.load(bytes)
    })
    if (!loaded) throw new BackupBroken('a part is missing')
    const withheld = await madeUsable(loaded.database.db, about, wish)
    const former = wish.isDryRun ? null : await loaded.takeOver()
    if (!wish.isDryRun) loaded = undefined
    return { about, settings, withheld, former }
  } finally {
    await loaded?.drop()
  }
}

interface Gathered {
  about?: About
  manifest?: Buffer
  signer?: string | null
  readonly settings: { readonly name: string; readonly bytes: Buffer }[]
}

/** Reads all of it without using any of it: nothing of the database is carried out before it is known who wrote it. */
async function proved(backup: OpenBackup, wish: RestoreWish, target: Target): Promise<Pick<Restored, 'about' | 'settings'>> {
  const gathered: Gathered = { settings: [] }
  const parts = await backup.read(async (name, bytes, before) => {
    if (name === PART.about) {
      gathered.about = parsed(About, await whole(bytes))
      await refuseWrong(gathered.about, wish, target)
    } else if (name.startsWith(SETTINGS_FOLDER)) gathered.settings.push({ name: settingsName(name), bytes: await whole(bytes) })
    else if (name === PART.manifest) compare(before, parsed(Manifest, (gathered.manifest = await whole(bytes))))
    else if (name === PART.signature) gathered.signer = signerOf(gathered.manifest ?? Buffer.alloc(0), (await whole(bytes)).toString())
  })
  const { about, settings, signer } = gathered
  if (!about || signer === undefined || parts.slice(-2).map(({ name }) => name).join(' ') !== `${PART.manifest} ${PART.signature}`) throw new BackupBroken('a part is missing')
  refuseForeign(signer, wish.signer)
  return { about, settings }
}

function settingsName(part: string): string {
  const name = part.slice(SETTINGS_FOLDER.length)
  if (!SETTINGS_NAME.test(name)) throw new BackupBroken('a file that would lie elsewhere')
  return name
}

function parsed<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(bytes.toString()))
  } catch {
    throw new BackupBroken('a list that cannot be read')
  }
}

function refuseForeign(signer: string | null, believed: string | null): void {
  if (signer === null) throw new Refused(['Die Unterschrift der Sicherung stimmt nicht: Jemand hat sie verändert oder selbst geschrieben. Es ist nichts geändert; nehmen Sie eine andere, und sehen Sie nach, wer in das Verzeichnis schreiben darf.'])
  if (signer === believed) return
  throw new Refused([
    `Diese Sicherung hat nicht dieser Rechner unterschrieben, sondern der mit der Kennung ${signer}. Es ist nichts geändert.`,
    `Steht genau diese Kennung auf dem Blatt im Tresor (etwa weil der Rechner neu ist), dann geben Sie sie von dort ein: --signed-by KENNUNG. Steht sie dort nicht, dann ist die Sicherung nicht von Ihnen.`,
  ])
}

/** Settings and lists, never the database. */
const MOST_BYTES = 16 * 1024 * 1024

async function whole(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MOST_BYTES) throw new BackupBroken('a part that is too large')
    all.push(chunk)
  }
  return Buffer.concat(all)
}

function compare(read: readonly PartFacts[], { parts }: z.infer<typeof Manifest>): void {
  const same = read.length === parts.length && parts.every((part, index) => part.name === read[index]?.name && part.bytes === read[index].bytes && part.sha256 === read[index].sha256)
  if (!same) throw new BackupBroken('the parts are not those of the list')
}

/** Before anything is loaded: another kind of database, a newer program, a database in use, another town. */
async function refuseWrong({ kind, facts }: About, { isDryRun, replace }: RestoreWish, target: Target): Promise<void> {
  if (kind !== target.kind) throw new Refused([`Die Sicherung stammt aus ${KIND[kind]}, DATABASE_URL nennt ${KIND[target.kind]}. Beides muss gleich sein.`])
  const unknown = facts.migrations.find((name, index) => MIGRATIONS[index]?.name !== name)
  if (unknown !== undefined) throw new Refused([`Die Sicherung stammt von einer neueren Fassung des Programms (Umstellung ${unknown}). Spielen Sie zuerst diese Fassung ein.`])
  if (!isDryRun && (await target.isInUse())) throw new Refused([IN_USE])
  if (isDryRun) return
  const current = await target.current()
  if (!current || current.towns.length === 0 || isSame(current, facts)) return
  const [now, by] = [namesOf(current), namesOf(facts)]
  if (replace?.now === now && replace.by === by) return
  throw new Refused([
    `Diese Sicherung gehört zu einem anderen Dienst: Hier liegt ${now}, in der Sicherung ${by}. Es ist nichts geändert.`,
    `Wenn Sie wirklich das eine durch das andere ersetzen wollen, nennen Sie beide beim Namen: --replace "${now}" --by "${by}"`,
  ])
}

const KIND = { postgres: 'PostgreSQL', pglite: 'der eingebetteten Datenbank' } as const

/** The same server with the same towns, real ones or those of an exercise. */
function isSame(one: DatabaseFacts, other: DatabaseFacts): boolean {
  const key = ({ serverId, towns }: DatabaseFacts): string => [serverId, ...towns.map(({ id, demo }) => `${id} ${demo}`)].join('\n')
  return key(one) === key(other)
}

/** Proved first, changed afterwards. */
async function madeUsable(db: Loaded['database']['db'], { facts, createdAt }: About, { journal, now }: RestoreWish): Promise<Withheld> {
  const differences = await differencesFrom(db, facts)
  if (differences.length > 0) throw new Refused(['Was aus der Sicherung kam, ist nicht, was in ihr stehen soll. Es ist nichts geändert; nehmen Sie eine andere.', ...differences])
  await migrate(db as unknown as Kysely<unknown>, MIGRATIONS)
  // Desks see by it that the service has forgotten something, and offer again what they still hold.
  await sql`update dataset set epoch = gen_random_uuid()::text`.execute(db)
  await endWhatWasAlive(db, { backupAt: createdAt, now })
  return withholdDelivered(db, journal, { backup: { server: facts.serverId, at: createdAt }, now })
}
