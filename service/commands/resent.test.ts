import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { ApplicationId, derivedUuid, TownId } from '../../shared/ids.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { headOf } from '../store/feed.ts'
import { addTestTown, anOrigin, testEngines } from '../store/testing.ts'
import { aCommand, testPipeline } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
const COMMANDS = 12

/** How often each command is sent, on which of four records, and after which other deliveries. */
const Deliveries = fc
  .array(fc.record({ copies: fc.integer({ min: 1, max: 5 }), record: fc.integer({ min: 0, max: 3 }) }), { minLength: COMMANDS, maxLength: COMMANDS })
  .chain(sent => {
    const all = sent.flatMap(({ copies, record }, number) => Array.from({ length: copies }, () => ({ number, record })))
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
  })
  .chain(order => fc.record({ order: fc.constant(order), lanes: fc.integer({ min: 1, max: 8 }) }))

const applicationOf = (record: number): ApplicationId => ApplicationId.parse(derivedUuid('resent', String(record)))

test.each(testEngines())('a command sent up to five times, at once or later, takes effect once on $kind', { timeout: 60_000 }, async ({ kind, open }) => {
  const database = await open()
  let town = 0
  const property = fc.asyncProperty(Deliveries, async ({ order, lanes }) => {
    const townId = await townWithRecords(database, ++town)
    const before = await headOf(database.db, townId)
    const waiting = [...order]
    const answers = new Map<number, Set<string>>()
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { number, record } = next
        const command = aCommand(String(number), 'applications.note', { applicationId: applicationOf(record), text: 'x' })
        const [answer] = await testPipeline(database).run(anActor('clerk', '1', { townId }), [command])
        answers.set(number, (answers.get(number) ?? new Set()).add(JSON.stringify(answer)))
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const effects = await database.db.selectFrom('application_events').select('command_id').where('town_id', '=', townId).execute()
    expect([...answers.values()].map(({ size }) => size)).toEqual(Array.from({ length: COMMANDS }, () => 1))
    expect(effects).toHaveLength(COMMANDS)
    expect(await headOf(database.db, townId)).toBe(before + COMMANDS)
  })
  try {
    await fc.assert(property, { numRuns: kind === 'postgres' ? 12 : 4, seed })
  } finally {
    await database.close()
  }
})

async function townWithRecords(database: Database, town: number): Promise<TownId> {
  const townId = TownId.parse(`town-${town}`)
  await addTestTown(database, townId)
  await database.db.transaction().execute(trx =>
    commitChanges(trx, anOrigin({ townId }), [0, 1, 2, 3].map(record => ({
      table: 'applications',
      row: anApplication({ id: applicationOf(record), number: record + 1, reference: `T-${record}` }),
    }))))
  return townId
}
