import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptFile } from '../../../../shared/kept-file.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { keepOnDesk } from '../../../core-client/keep-on-desk.ts'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { useToast } from '../../../ui/toasts.tsx'

interface AnswerFiles {
  readonly kept: readonly KeptFile[]
  readonly add: (files: readonly File[]) => Promise<void>
  readonly remove: (id: string) => void
  /** Once they are sent. */
  readonly clear: () => void
}

/** Files that go along with the next answer; they lie on the desk, encrypted, until it is sent. */
export function useAnswerFiles(): AnswerFiles {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const [kept, setKept] = useState<readonly KeptFile[]>([])
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const one = await keepOnDesk(client, file, () => undefined).catch(() => ({ ok: false as const, error: { code: 'request/unexpected' as const } }))
      if (one.ok) setKept(before => [...before, one.value])
      else show(refusalToast(t, one.error))
    }
  }
  const remove = (id: string): void => {
    setKept(before => before.filter(file => file.id !== id))
    client.files.drop({ id }).catch(() => undefined)
  }
  return { kept, add, remove, clear: () => setKept([]) }
}
