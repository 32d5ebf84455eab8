import { useQuery } from '@tanstack/react-query'
import type { AccountId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf } from '../../ui/answer.ts'
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

/** How far each account can be used to sign in; asked of the service each time the page is opened. */
export function useAccountStates() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.accounts.queryOptions({ staleTime: 0 }))
  const answer = answerOf(query)
  useAgainOnline(answer.kind === 'refused', () => void query.refetch())
  return { states: answer.kind === 'here' ? answer.value : undefined, renew: () => void query.refetch() }
}

/** How much somebody has in hand. */
export function useDuties(accountId: AccountId) {
  const { queries } = useCore()
  const query = useQuery(queries.staff.duties.queryOptions({ input: { accountId }, staleTime: 0 }))
  const answer = answerOf(query)
  useAgainOnline(answer.kind === 'refused', () => void query.refetch())
  return { answer, renew: () => void query.refetch() }
}

export function useDevices() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.devices.queryOptions({ staleTime: 0 }))
  const answer = answerOf(query)
  useAgainOnline(answer.kind === 'refused', () => void query.refetch())
  return { answer, renew: () => void query.refetch() }
}

export function useGroups() {
  const { queries } = useCore()
  const query = useQuery(queries.staff.groups.queryOptions({ staleTime: 0 }))
  const answer = answerOf(query)
  useAgainOnline(answer.kind === 'refused', () => void query.refetch())
  return { answer, renew: () => void query.refetch() }
}
