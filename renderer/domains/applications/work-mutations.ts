import { useMutation } from '@tanstack/react-query'
import type { CommentId, ApplicationId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

interface Running<Input> {
  /** `true` when it is saved on this desk; otherwise the person has been told why not. */
  readonly run: (input: Input) => Promise<boolean>
  readonly isRunning: boolean
}

type TaskCommands = CoreClient['tasks']

export function useTaskCommand<Name extends keyof TaskCommands>(name: Name): Running<Parameters<TaskCommands[Name]>[0]> {
  const { client } = useCore()
  const tell = useCommandResult(`tasks.${name}`)
  const call = client.tasks[name] as (input: Parameters<TaskCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}

export function useAddComment(): Running<Parameters<CoreClient['comments']['add']>[0]> {
  const { client } = useCore()
  const tell = useCommandResult('comments.add')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Parameters<typeof client.comments.add>[0]) => client.comments.add(input) })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}

/** Says that comments are on the screen. Nobody is told what becomes of it: the mark stays until it has gone through. */
export function useSeeComments(): (input: { readonly applicationId: ApplicationId; readonly commentIds: CommentId[] }) => void {
  const { client } = useCore()
  return input => void client.comments.see(input).catch(() => undefined)
}
