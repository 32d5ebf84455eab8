import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../shared/result.ts'
import type { AlertPaper } from '../../../../shared/wire/alert-papers.ts'
import { offerDownload } from '../../../ui/download.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { useToast } from '../../../ui/toasts.tsx'

interface Papers<Input> {
  /** Whether the file is among the downloads. */
  readonly fetch: (input: Input) => Promise<boolean>
  readonly isRunning: boolean
}

/** Asks the service for a paper about a message and puts it among the downloads. */
export function usePaper<Input>(ask: (input: Input) => Promise<Result<AlertPaper, RefusalShown>>): Papers<Input> {
  const { t } = useTranslation()
  const show = useToast()
  const { mutateAsync, isPending } = useMutation({ mutationFn: ask })
  const fetch = async (input: Input): Promise<boolean> => {
    const answer = await mutateAsync(input).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const)
    if (!answer.ok) show(refusalToast(t, answer.error))
    else offerDownload(new Blob([Uint8Array.from(atob(answer.value.content), sign => sign.charCodeAt(0))]), answer.value.fileName)
    return answer.ok
  }
  return { fetch, isRunning: isPending }
}
