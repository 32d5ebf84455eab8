import { afterAll, beforeAll, beforeEach } from 'vitest'
import { TownId } from '../../shared/ids.ts'
import type { Database } from '../store/database.ts'
import { addTestTown } from '../store/testing.ts'
import { guardsFor } from './guards.ts'

/** As a service has them that can set letters, in a town of which no test sends a message. */
export const TEST_GUARDS = guardsFor(true, { live: new Set(), training: new Set() })

/** One database for the tests of a group, and a new town in it for each of them; to be asked for within `describe`. */
export function townPerTest(open: () => Promise<Database>): { readonly database: Database; readonly townId: TownId } {
  let database: Database
  let townId: TownId
  let towns = 0
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    townId = TownId.parse(`town-${++towns}`)
    await addTestTown(database, townId)
  })
  return {
    get database() {
      return database
    },
    get townId() {
      return townId
    },
  }
}
