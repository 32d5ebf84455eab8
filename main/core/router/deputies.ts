import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { effectiveAll } from '../cache/rows.ts'
import { sortKey } from '../cache/sort-key.ts'
import type { Desk } from '../desk.ts'
import { shownDesk } from './guard.ts'

export function deputiesRouter(desk: Desk) {
  const os = implement(coreContract.staff)
  return {
    deputies: os.deputies.handler(() => {
      const { db } = shownDesk(desk).cache
      return {
        staff: effectiveAll(db, 'staff').toSorted((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1)),
        departments: effectiveAll(db, 'departments').map(({ id, name }) => ({ id, name })),
      }
    }),
  }
}
