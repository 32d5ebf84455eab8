import { expect, test } from 'vitest'
import pg from 'pg'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import { postgresTestDatabase } from './testing.ts'

const server = process.env['TEST_DATABASE_URL'] ?? ''

test('where no server answers the next test asks anew', async () => {
  for (const port of [1, 2]) await expect(postgresTestDatabase(`postgresql://rathaus@127.0.0.1:${port}/postgres`)).rejects.toThrow(`127.0.0.1:${port}`)
})

test.runIf(server)('a prepared database of other migrations goes when nobody has asked for it for a day', async () => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const [old, recent] = [`rathaus_template_${'0'.repeat(32)}`, `rathaus_template_${'1'.repeat(32)}`]
  const templates = async () => (await client.query<{ datname: string }>("select datname from pg_database where datname like 'rathaus\\_template\\_%'")).rows.map(({ datname }) => datname)
  const drop = async () => {
    for (const name of [old, recent]) await client.query(`drop database if exists ${pg.escapeIdentifier(name)}`)
  }
  try {
    await drop()
    for (const [name, hoursAgo] of [[old, 25], [recent, 1]] as const) {
      await client.query(`create database ${pg.escapeIdentifier(name)} template template0`)
      await client.query(`comment on database ${pg.escapeIdentifier(name)} is ${pg.escapeLiteral(instantFromMs(systemClock.nowMs() - hoursAgo * 3_600_000))}`)
    }
    await (await postgresTestDatabase(server)).close()
    const left = await templates()
    expect([left.includes(old), left.includes(recent), left.length >= 2]).toEqual([false, true, true])
  } finally {
    await drop()
    await client.end()
  }
})
