import { useMutation } from '@tanstack/react-query'
import { useCore } from '../../core-client/core-context.tsx'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

type Commands = Pick<CoreClient['applications'], 'capture' | 'claim' | 'release' | 'propose' | 'approve' | 'return' | 'reject' | 'note' | 'ask' | 'resume' | 'extend' | 'certify' | 'link' | 'unlink' | 'merge' | 'unmerge' | 'hand-over' | 'reopen' | 'assign' | 'follow-up' | 'tag' | 'close' | 'turn-file' | 'note-on-file' | 'remove-file-note'>
export type CommandName = keyof Commands
type InputOf<Name extends CommandName> = Parameters<Commands[Name]>[0]

interface RunningCommand<Name extends CommandName> {
  /** `true` when it is saved on this desk; otherwise the person has been told why not. */
  readonly run: (input: InputOf<Name>) => Promise<boolean>
  readonly isRunning: boolean
}

/** One command about an application, with the toast that tells what became of it. */
export function useApplicationCommand<Name extends CommandName>(name: Name): RunningCommand<Name> {
  const { client } = useCore()
  const tell = useCommandResult(`applications.${name}`)
  const call = client.applications[name] as (input: InputOf<Name>) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
