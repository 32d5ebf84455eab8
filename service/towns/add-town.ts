import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { DepartmentId, TownId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { enterFirstPeople, FirstPeopleRefused, readFirstPeople, type FirstPeople } from '../first-people.ts'
import type { Database } from '../store/database.ts'
import { createTown, lockTown, townById } from '../store/towns.ts'
import { isHostName } from './host-name.ts'
import { readTowns } from './read-towns.ts'

/** Stands between apostrophes in the town's file. */
const ON_ONE_LINE = /^[^'\r\n]+$/

/** What whoever adds a town has to say. */
export const NewTown = z.strictObject({
  id: TownId,
  name: z.string().min(1).max(120).regex(ON_ONE_LINE),
  host: z.string().refine(isHostName),
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
}

/** What is shown once and kept nowhere. */
export interface Added {
  readonly file: string
  /** PEM; opens what desks of the town could not send. */
  readonly recoveryKey: string
  /** Null where people sign in elsewhere, or came from a file. */
  readonly firstSignIn: { readonly login: string; readonly password: string } | null
}

/** Writes a town's file, its row and its first people; or leaves everything as it was and says why, in sentences. */
export async function addTown(town: NewTown, { database, folder, environment, now }: AddParts): Promise<Result<Added, readonly string[]>> {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const recovery = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const file = join(folder, `${town.id}.env`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const isNew = await writeFile(file, linesOf(town, recovery), { flag: 'wx', mode: 0o600 }).then(() => true, () => false)
  if (!isNew) return refused(`${file} ist schon da oder nicht zu schreiben. Eine Stadt wird nur einmal angelegt.`)
  const read = await readTowns(folder, environment, [])
  const entered = read.ok ? await enter(town, { database, recovery, now }) : read.problems
  if ('length' in entered) {
    await rm(file)
    return { ok: false, error: entered }
  }
  return ok({ file, recoveryKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), ...entered })
}

const refused = (sentence: string): Result<never, readonly string[]> => ({ ok: false, error: [sentence] })

const linesOf = ({ name, host, prefix, mail, smtp, issuer }: NewTown, recovery: string): string =>
  Object.entries({ TOWN_NAME: name, TOWN_HOSTS: host, REFERENCE_PREFIX: prefix, MAIL_FROM: mail, SMTP_URL: smtp, RECOVERY_KEY: recovery, ...(issuer ? { OIDC_ISSUER: issuer } : {}) })
    .map(([key, value]) => `${key}='${value}'\n`).join('')

/** Row and people in one go; the problems where it cannot be done. */
async function enter(town: NewTown, { database, recovery, now }: { readonly database: Database; readonly recovery: string; readonly now: Instant }): Promise<Pick<Added, 'firstSignIn'> | readonly string[]> {
  const password = town.issuer ? undefined : randomBytes(15).toString('base64url')
  try {
    const people = town.people ? await readFirstPeople(town.people) : firstAdministrator(town.admin ?? 'admin', password)
    return await database.db.transaction().execute(async trx => {
      await lockTown(trx, town.id)
      if (await townById(trx, town.id)) return [`Die Stadt ${town.id} steht schon in der Datenbank. Nehmen Sie eine andere Kennung.`]
      await createTown(trx, { id: town.id, name: town.name, reference_prefix: town.prefix, recovery_key: recovery, demo: false })
      await enterFirstPeople(trx, town.id, people, now)
      return { firstSignIn: town.people || password === undefined ? null : { login: town.admin ?? 'admin', password } }
    })
  } catch (error) {
    if (error instanceof FirstPeopleRefused) return [error.message]
    throw error
  }
}

const firstAdministrator = (login: string, password: string | undefined): FirstPeople => ({
  departments: [{ id: DepartmentId.parse('verwaltung'), name: 'Verwaltung' }],
  people: [{ login, name: login, grants: [{ role: 'administrator', departmentId: null }], ...(password === undefined ? {} : { password }) }],
})
