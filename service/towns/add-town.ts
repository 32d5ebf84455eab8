import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseEnv } from 'node:util'
import * as z from 'zod'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { enterFirstPeople, FirstPeopleRefused, readFirstPeople, type FirstPeople } from '../first-people.ts'
import type { Database } from '../store/database.ts'
import { createTown, lockTown, townById } from '../store/towns.ts'
import { isHostName } from './host-name.ts'
import { KNOWN_STATE, OTHER_STATE, readTowns } from './read-towns.ts'

/** Stands between apostrophes in the town's file. */
const ON_ONE_LINE = /^[^'\r\n]+$/

/** What whoever adds a town has to say. */
export const NewTown = z.strictObject({
  id: TownId,
  name: z.string().min(1).max(120).regex(ON_ONE_LINE),
  host: z.string().refine(isHostName),
  /** Whose law holds in the town. */
  state: z.literal(KNOWN_STATE, { error: ({ input }) => (input === undefined ? undefined : OTHER_STATE) }),
  prefix: z.string().regex(/^[A-Z]{2,6}$/),
  mail: z.email(),
  smtp: z.url({ protocol: /^smtps?$/ }).regex(ON_ONE_LINE),
  /** An issuer of the town's own instead of the embedded sign-in. */
  issuer: z.url({ protocol: /^https?$/ }).regex(ON_ONE_LINE).optional(),
  /** The first administrator; or a file with departments and people. */
  admin: z.string().regex(/^\S{2,80}$/).optional(),
  people: z.string().min(1).optional(),
})
export type NewTown = z.infer<typeof NewTown>

export interface AddParts {
  readonly database: Database
  /** `TOWNS_DIR`. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: Instant
  /** Has shown it to whoever adds the town when it returns. */
  readonly show: (secrets: Shown) => void
}

/** What is shown once and kept nowhere. */
export interface Shown {
  /** PEM; opens what desks of the town could not send. */
  readonly recoveryKey: string
  /** Null where people sign in elsewhere, or come from a file. */
  readonly firstSignIn: { readonly login: string; readonly password: string } | null
}

/**
 * Writes a town's file, its row and its first people; or leaves everything as it was and says why, in sentences. Its secrets are shown
 * before anything holds for good, so that there is never a town whose key nobody has: a key that was shown for nothing opens nothing.
 * A town that was cut off between its row and its file gets its file the next time, and nothing is shown again. The path of the file.
 */
export async function addTown(town: NewTown, { database, folder, environment, now, show }: AddParts): Promise<Result<string, readonly string[]>> {
  const file = join(folder, `${town.id}.env`)
  const fresh = `${file}.new`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (await isThere(file)) return refused(`${file} ist schon da. Eine Stadt wird nur einmal angelegt.`)
  let isUnfinished = false
  try {
    const people = town.people ? await readFirstPeople(town.people) : null
    const problems = await database.db.transaction().execute(async trx => {
      await lockTown(trx, town.id)
      const known = await townById(trx, town.id)
      if (known) return (await holdsKey(fresh, known.recovery_key)) ? [] : [`Die Stadt ${town.id} steht schon in der Datenbank. Nehmen Sie eine andere Kennung.`]
      const { recovery, ...shown } = secretsFor(town)
      isUnfinished = true
      await writeFile(fresh, linesOf(town, recovery), { mode: 0o600, flush: true })
      const read = await readTowns(folder, environment, [], basename(fresh))
      if (!read.ok) return read.problems
      await createTown(trx, { id: town.id, name: town.name, reference_prefix: town.prefix, recovery_key: recovery, demo: false })
      await enterFirstPeople(trx, town.id, people ?? firstAdministrator(town.admin ?? 'admin', shown.firstSignIn?.password), now)
      show(shown)
      isUnfinished = false
      return []
    })
    if (problems.length > 0) return { ok: false, error: problems }
    await rename(fresh, file)
    return ok(file)
  } catch (error) {
    if (error instanceof FirstPeopleRefused) return refused(error.message)
    throw error
  } finally {
    // Once the row may be there the file is kept, even if nobody heard whether it is.
    if (isUnfinished) await rm(fresh, { force: true })
  }
}

const refused = (sentence: string): Result<never, readonly string[]> => ({ ok: false, error: [sentence] })

const linesOf = ({ name, host, state, prefix, mail, smtp, issuer }: NewTown, recovery: string): string =>
  Object.entries({ TOWN_NAME: name, TOWN_HOSTS: host, STATE: state, REFERENCE_PREFIX: prefix, MAIL_FROM: mail, SMTP_URL: smtp, RECOVERY_KEY: recovery, ...(issuer ? { OIDC_ISSUER: issuer } : {}) })
    .map(([key, value]) => `${key}='${value}'\n`).join('')

function secretsFor({ issuer, people, admin = 'admin' }: NewTown): Shown & { readonly recovery: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    recovery: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    recoveryKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    firstSignIn: issuer || people ? null : { login: admin, password: randomBytes(15).toString('base64url') },
  }
}

const isThere = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/** Whether a file that was left behind is that of a town. */
async function holdsKey(path: string, recovery: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return parseEnv(text)['RECOVERY_KEY'] === recovery
}

const firstAdministrator = (login: string, password: string | undefined): FirstPeople => ({
  departments: [{ id: DepartmentId.parse('verwaltung'), name: 'Verwaltung' }],
  people: [{ login, name: login, grants: [{ role: 'administrator', departmentId: null }], ...(password === undefined ? {} : { password }) }],
})
