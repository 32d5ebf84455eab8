import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { refusalToast } from '../../ui/refusal-toast.ts'
import { useToast } from '../../ui/toasts.tsx'

type PersonChanges = Pick<CoreClient['people'], 'merge' | 'undo' | 'apart' | 'choose' | 'secrecy' | 'assign'>

/** A change of a file, made at the service; `run` gives whether it was made, and a message tells what became of it. */
export function usePersonChange<Name extends keyof PersonChanges>(name: Name, onDone: () => void): { readonly run: (input: Parameters<PersonChanges[Name]>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const which: keyof PersonChanges = name
  const call = client.people[name] as (input: Parameters<PersonChanges[Name]>[0]) => ReturnType<PersonChanges['merge']>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return {
    isRunning: isPending,
    run: async input => {
      const answer = await mutateAsync(input).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const)
      if (!answer.ok) {
        show(refusalToast(t, answer.error))
        return false
      }
      show({ kind: 'done', title: t(`people.done.${which}`) })
      onDone()
      return true
    },
  }
}
