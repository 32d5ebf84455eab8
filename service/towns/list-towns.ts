import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { readTowns } from './read-towns.ts'

export interface ListedTown {
  readonly id: string
  readonly name: string
  /** Empty where no file names the town: nobody reaches it. */
  readonly hosts: readonly string[]
  readonly accounts: number
  readonly cases: number
}

/** The towns of a database with their host names, and what is wrong with their files. */
export async function listTowns({ database, folder, environment }: {
  readonly database: Database
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}): Promise<{ readonly towns: readonly ListedTown[]; readonly problems: readonly string[] }> {
  const read = await readTowns(folder, environment, [])
  const hostsOf = new Map((read.ok ? read.value : []).map(({ hosts, settings }) => [String(settings.townId), hosts]))
  const { rows } = await sql<Omit<ListedTown, 'hosts'>>`
    select id, name, (select count(*) from staff where town_id = towns.id and active) as accounts, (select count(*) from applications where town_id = towns.id) as cases
    from towns order by id`.execute(database.db)
  return { towns: rows.map(row => ({ ...row, hosts: hostsOf.get(row.id) ?? [] })), problems: read.ok ? [] : read.problems }
}
