import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useCore } from '../../core-client/core-context.tsx'

const NONE: readonly string[] = []

/** Says by its id whether a record is of somebody under secrecy; known at every desk, also without a connection. */
export function useSecrets(): (recordId: string) => boolean {
  const { queries } = useCore()
  const recordIds = useQuery(queries.people.secrets.queryOptions()).data?.recordIds ?? NONE
  return useCallback((recordId: string) => recordIds.includes(recordId), [recordIds])
}
