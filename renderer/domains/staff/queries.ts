import { useQuery } from '@tanstack/react-query'
import type { AccountId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useAgainOnline } from '../../ui/use-again-online.ts'

/** Everybody with an account and the departments, or undefined until they are known. */
export function useDeputies() {
  const { queries } = useCore()
  return useQuery(queries.staff.deputies.queryOptions()).data
}

/** Everybody with an account, and every department as a whole. */
export function useStaff() {
  const { queries } = useCore()
  return useQuery(queries.staff.list.queryOptions()).data
}

/** What the service alone knows: asked each time a page is opened, and again as soon as there is a link. */
const FRESH = { staleTime: 0 } as const

/** How far each account can be used to sign in. */
export function useAccountStates() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.accounts.queryOptions(FRESH))
  const { answer, renew } = useAnswer(query)
  return { states: answer.kind === 'here' ? answer.value : undefined, renew }
}

/** How much somebody has in hand. */
export function useDuties(accountId: AccountId) {
  const { queries } = useCore()
  const query = useQuery(queries.staff.duties.queryOptions({ input: { accountId }, ...FRESH }))
  return useAnswer(query)
}

/** The computers that people work at. */
export function useDevices() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.devices.queryOptions(FRESH))
  return useAnswer(query)
}

/** What groups of the town's own sign-in give. */
export function useGroups() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.groups.queryOptions(FRESH))
  return useAnswer(query)
}

interface Asked<Value> {
  readonly data: Result<Value, RefusalShown> | undefined
  readonly isError: boolean
  readonly refetch: () => unknown
}

function useAnswer<Value>(query: Asked<Value>): { readonly answer: Answer<Value>; readonly renew: () => void } {
  const answer = answerOf(query)
  const renew = (): void => void query.refetch()
  useAgainOnline(answer.kind === 'refused', renew)
  return { answer, renew }
}
