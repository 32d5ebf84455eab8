import { useMutation, useQuery } from '@tanstack/react-query'
import type { AttentionItem, PendingCommand } from '../../../shared/contract/status.ts'
import type * as z from 'zod'
import { useCore } from '../../core-client/core-context.tsx'

/** What is saved here and has no answer yet, the oldest first. */
export function usePending(): readonly z.infer<typeof PendingCommand>[] {
  const { queries } = useCore()
  return useQuery(queries.status.pending.queryOptions()).data?.commands ?? []
}

/** What was refused or blocked and waits for its author; undefined while it is being read. */
export function useAttention(): readonly AttentionItem[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.status.attention.queryOptions()).data?.items
}

export function useSettle(): { readonly run: (item: AttentionItem, how: 'redo' | 'dismiss') => Promise<{ readonly ok: boolean }>; readonly isRunning: boolean } {
  const { client } = useCore()
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Parameters<typeof client.status.settle>[0]) => client.status.settle(input) })
  return { run: (item, how) => mutateAsync({ id: item.id, how }), isRunning: isPending }
}
