import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult } from '../../ui/use-command-result.ts'

type Messages = CoreClient['messages']

export function useSend(): { readonly run: (input: Parameters<Messages['send']>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('messages.send')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Parameters<Messages['send']>[0]) => client.messages.send(input) })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}

export function useMarkRead(): (input: Parameters<Messages['mark-read']>[0]) => Promise<boolean> {
  const { client } = useCore()
  const tell = useCommandResult('messages.mark-read')
  const { mutateAsync } = useMutation({ mutationFn: (input: Parameters<Messages['mark-read']>[0]) => client.messages['mark-read'](input) })
  return input => tell(() => mutateAsync(input))
}
