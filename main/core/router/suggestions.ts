import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { townSuggestions } from '../domains/suggestions/list.ts'
import { shownDesk } from './guard.ts'

export function suggestionsRouter(desk: Desk) {
  const os = implement(coreContract.suggestions)
  return { list: os.list.handler(() => ({ suggestions: townSuggestions(shownDesk(desk).cache.db) })) }
}
