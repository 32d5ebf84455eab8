import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

export type HallCommands = Pick<CoreClient['halls'], 'set' | 'request' | 'approve' | 'refuse' | 'correct' | 'contract' | 'hand-over' | 'take-back' | 'cancel'>

/** One command about houses that are let, with the toast that tells what became of it; `run` gives whether it was saved. */
export function useHallCommand<Name extends keyof HallCommands>(name: Name): { readonly run: (input: Parameters<HallCommands[Name]>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`halls.${name}`)
  const call = client.halls[name] as (input: Parameters<HallCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
