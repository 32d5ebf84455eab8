import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../core-client/core-context.tsx'

/** Everybody with an account and the departments, or undefined until they are known. */
export function useDeputies() {
  const { queries } = useCore()
  return useQuery(queries.staff.deputies.queryOptions()).data
}
