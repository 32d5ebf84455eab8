import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { ToastMessage } from '../../../ui/toasts.tsx'
import { useCommandResult, type CommandAnswer } from '../../../ui/use-command-result.ts'

type InboxCommands = Pick<CoreClient['messages'], 'begin-call' | 'answer' | 'note' | 'read' | 'assign' | 'close' | 'reopen' | 'redirect' | 'link' | 'unlink' | 'set-desk' | 'set-absence'>

/** One command about a message of a citizen, with the toast that tells what became of it; `run` gives whether it was saved. */
export function useInboxCommand<Name extends keyof InboxCommands>(name: Name): { readonly run: (input: Parameters<InboxCommands[Name]>[0], more?: Pick<ToastMessage, 'action'>) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`messages.${name}`)
  const call = client.messages[name] as (input: Parameters<InboxCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: (input, more) => tell(() => mutateAsync(input), more), isRunning: isPending }
}
