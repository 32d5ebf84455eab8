import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

/** All that is done about runs and their notices, by the names of the commands. */
export type NoticeCommands = Pick<CoreClient['notices'], 'set-kind' | 'set-law' | 'take-out-law' | 'mend' | 'leave-out' | 'take-in' | 'submit' | 'return' | 'release' | 'take-back' | 'pause' | 'resume' | 'cancel' | 'repeat' | 'record' | 'enter-consent' | 'withdraw-consent' | 'choose-way' | 'printed' | 'booked' | 'correct' | 'send-again'>

/** One command about notices, with the toast that tells what became of it; `run` gives whether it was carried out. */
export function useNoticeCommand<Name extends keyof NoticeCommands>(name: Name): { readonly run: (input: Parameters<NoticeCommands[Name]>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`notices.${name}`)
  const call = client.notices[name] as (input: Parameters<NoticeCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
