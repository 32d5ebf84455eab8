import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { askServer, quotedName } from '../../store/administer.ts'
import type { Database } from '../../store/database.ts'
import { openPgliteCopy, openPgliteToCopy } from '../../store/pglite.ts'
import { openPostgres } from '../../store/postgres.ts'
import { feed, reaching } from '../programs.ts'
import { grantToService, workingAs } from '../roles.ts'
import { factsOf, type DatabaseFacts } from './facts.ts'
import { isPostgres } from './source.ts'

/** A database that came out of a backup and lies beside the one in use. */
export interface Loaded {
  readonly database: Database
  /** Lets the service use it, and keeps the former one; the name of that, null where there was none. The database is closed by it. */
  takeOver(): Promise<string | null>
  /** Closes and removes it, as if it had never been. */
  drop(): Promise<void>
}

/** Where a backup goes. Nothing in use is touched before `takeOver`. */
export interface Target {
  readonly kind: 'postgres' | 'pglite'
  /** What is in use now; null for nothing. */
  current(): Promise<DatabaseFacts | null>
  /** Whether a service or somebody else works with it. */
  isInUse(): Promise<boolean>
  load(dump: AsyncIterable<Buffer>): Promise<Loaded>
}

export interface Place {
  readonly databaseUrl: string
  /** May make databases on the same server; not needed for the embedded one. */
  readonly adminUrl: string
  /** Tells the database from others of the same place. */
  readonly suffix: string
}

export const targetAt = (place: Place): Target => (isPostgres(place.databaseUrl) ? onPostgres(place) : inDirectory(place))

function onPostgres({ databaseUrl, adminUrl, suffix }: Place): Target {
  const name = nameIn(databaseUrl)
  const beside = `${name}_restore_${suffix}`
  return {
    kind: 'postgres',
    current: async () => {
      const database = await openPostgres(withName(adminUrl, name))
      try {
        return await factsOf(database.db)
      } finally {
        await database.close()
      }
    },
    isInUse: async () => (await askServer<{ n: number }>(adminUrl, `select count(*)::int as n from pg_stat_activity where datname = $1 and backend_type = 'client backend'`, [name]))[0]?.n !== 0,
    load: async dump => {
      const [known] = await askServer<{ owner: string }>(adminUrl, 'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [name])
      const owner = known?.owner ?? ''
      await askServer(adminUrl, `create database ${quotedName(beside)} owner ${quotedName(owner)} encoding 'UTF8' template template0`)
      const drop = async (): Promise<void> => void (await askServer(adminUrl, `drop database if exists ${quotedName(beside)} with (force)`))
      try {
        const { address, environment } = reaching(withName(adminUrl, beside))
        await feed({ program: 'pg_restore', args: ['--exit-on-error', '--no-owner', '--no-privileges', `--role=${owner}`, '--dbname', address], environment }, dump)
        // What a newer program adds to it shall belong to whom the rest belongs.
        const database = await openPostgres(workingAs(withName(adminUrl, beside), owner))
        return {
          database,
          takeOver: async () => {
            const role = new URL(databaseUrl).username
            if (role !== '' && role !== owner && role !== new URL(adminUrl).username) await grantToService(database.db, decodeURIComponent(role))
            await database.close()
            return swapped(adminUrl, { name, beside, former: `${name}_before_${suffix}` })
          },
          drop: async () => {
            await database.close()
            await drop()
          },
        }
      } catch (error) {
        await drop()
        throw error
      }
    },
  }
}

/** Both names change in one transaction: there is no moment without a database. */
async function swapped(adminUrl: string, { name, beside, former }: { readonly name: string; readonly beside: string; readonly former: string }): Promise<string> {
  const [of, to, kept] = [name, beside, former].map(quotedName)
  await askServer(adminUrl, `begin; alter database ${of ?? ''} rename to ${kept ?? ''}; alter database ${to ?? ''} rename to ${of ?? ''}; commit`)
  return former
}

const nameIn = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

function withName(url: string, name: string): string {
  const named = new URL(url)
  named.pathname = `/${encodeURIComponent(name)}`
  return named.href
}

function inDirectory({ databaseUrl: directory, suffix }: Place): Target {
  const beside = `${directory}.restore-${suffix}`
  const former = `${directory}.before-${suffix}`
  return {
    kind: 'pglite',
    current: async () => {
      if (!existsSync(directory)) return null
      const { database } = await openPgliteToCopy(directory)
      try {
        return await factsOf(database.db)
      } finally {
        await database.close()
      }
    },
    // `current` could not have locked it.
    isInUse: async () => false,
    load: async dump => {
      const database = await openPgliteCopy(beside, await blobOf(dump))
      return {
        database,
        takeOver: async () => {
          await database.close()
          const isThere = existsSync(directory)
          if (isThere) await rename(directory, former)
          await rename(beside, directory)
          return isThere ? former : null
        },
        drop: async () => {
          await database.close()
          await rm(beside, { recursive: true, force: true })
        },
      }
    },
  }
}

/** The embedded database is for demos: its dump has room in memory. */
async function blobOf(chunks: AsyncIterable<Buffer>): Promise<Blob> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return new Blob([new Uint8Array(Buffer.concat(all))])
}
