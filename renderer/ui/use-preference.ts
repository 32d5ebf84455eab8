import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Json } from '../../shared/json.ts'
import { useCore } from '../core-client/core-context.tsx'

interface Preference<Value extends Json> {
  /** False until it has been read. */
  readonly isReady: boolean
  readonly value: Value | undefined
  readonly set: (value: Value) => void
}

/** A choice of this person that is kept in the encrypted file of this desk. `accept` refuses what an older version wrote. */
export function usePreference<Value extends Json>(key: string, accept: (value: Json) => value is Value): Preference<Value> {
  const { client, queries, queryClient } = useCore()
  const stored = useQuery(queries.preferences.get.queryOptions({ input: { key } }))
  const set = useCallback((value: Value) => {
    queryClient.setQueryData(queries.preferences.get.queryKey({ input: { key } }), { value })
    void client.preferences.set({ key, value })
  }, [client, queries, queryClient, key])
  const read = stored.data?.value ?? null
  return { isReady: !stored.isPending, value: read !== null && accept(read) ? read : undefined, set }
}
