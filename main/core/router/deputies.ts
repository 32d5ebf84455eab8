import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { effectiveAll } from '../cache/rows.ts'
import { sortKey } from '../cache/sort-key.ts'
import type { Desk } from '../desk.ts'
import { shownDesk } from './guard.ts'

export function deputiesRouter(desk: Desk) {
  const os = implement(coreContract.staff)
  return {
    deputies: os.deputies.handler(() => ({
      staff: effectiveAll(shownDesk(desk).cache.db, 'staff').toSorted((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
    })),
  }
}
