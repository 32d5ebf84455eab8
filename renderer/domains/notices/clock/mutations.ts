import { useMutation } from '@tanstack/react-query'
import type { NoticeId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useCommandResult } from '../../../ui/use-command-result.ts'
import type { Entry } from './entry-draft.ts'

/** Enters what became known about a notice; gives whether it was saved. */
export function useRecordEntry(): { readonly record: (noticeId: NoticeId, fact: Entry) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('notices.record')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Parameters<typeof client.notices.record>[0]) => client.notices.record(input) })
  return { record: (noticeId, fact) => tell(() => mutateAsync({ noticeId, fact })), isRunning: isPending }
}
