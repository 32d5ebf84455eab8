import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

type Commands = Pick<CoreClient['staff'], 'set-deputy' | 'end-deputy'>
type Name = keyof Commands
type InputOf<Of extends Name> = Parameters<Commands[Of]>[0]

/** One command about deputies, with the toast that tells what became of it. */
export function useDeputyCommand<Of extends Name>(name: Of): { readonly run: (input: InputOf<Of>) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`staff.${name}`)
  const call = client.staff[name] as (input: InputOf<Of>) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
