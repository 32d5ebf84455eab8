import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/result.ts'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { refusalToast } from '../../ui/refusal-toast.ts'
import { useToast } from '../../ui/toasts.tsx'

/** Asks the service for something to be done, once at a time; what it refuses is said beside the work. */
export function useAsk(): { readonly isAsking: boolean; readonly ask: <Value>(call: () => Promise<Result<Value, RefusalShown>>, done?: string) => Promise<Value | undefined> } {
  const { t } = useTranslation()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  return {
    isAsking,
    ask: async (call, done) => {
      setAsking(true)
      const answer = await call().catch(() => undefined)
      setAsking(false)
      if (!answer?.ok) toast(refusalToast(t, answer?.error ?? { code: 'request/unexpected' }))
      else if (done) toast({ kind: 'done', title: done })
      return answer?.ok ? answer.value : undefined
    },
  }
}
