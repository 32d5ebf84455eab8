import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { colleagues, knownTags } from '../domains/applications/handling.ts'
import { shownDesk } from './guard.ts'

export function handlingRouter(desk: Desk) {
  const os = implement(coreContract.handling)
  return {
    colleagues: os.colleagues.handler(({ input }) => {
      const { cache, sync } = shownDesk(desk)
      return { people: colleagues(cache.db, sync.actor.value, input.departmentId) }
    }),
    tags: os.tags.handler(() => ({ tags: knownTags(shownDesk(desk).cache.db) })),
  }
}
