import { setTimeout as delay } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { refuse, type Result } from '../../shared/result.ts'
import { failureOf, type Failure } from './failures.ts'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'

/** How often two may get in each other's way before the person is told. */
const ATTEMPTS = 6

/**
 * Decides and writes in one transaction. Where somebody was quicker it is decided anew on what is there then: another counter
 * may be free, or the answer is the next best offer.
 */
export async function inOneTransaction<Value>({ db }: Database, decide: (trx: Transaction<Schema>) => Promise<Result<Value>>): Promise<Result<Value>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(decide)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'unexpected') throw error
      if (failure.kind === 'away' || attempt === ATTEMPTS) return givenUp(failure)
      await delay(attempt * attempt * 5)
    }
  }
}

const givenUp = (failure: Failure): Result<never> => refuse(failure.kind === 'refused' ? failure.code : 'sync/service-away')
