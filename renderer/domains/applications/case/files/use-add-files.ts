import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId, AttachmentId } from '../../../../../shared/ids.ts'
import type { CoreClient } from '../../../../core-client/connect.ts'
import { useCore } from '../../../../core-client/core-context.tsx'
import { keepOnDesk, type Kept } from '../../../../core-client/keep-on-desk.ts'
import type { RefusalShown } from '../../../../ui/error-sentences.ts'
import { useToast } from '../../../../ui/toasts.tsx'

/** A file on its way into the case, or why it did not get there. */
export interface AddedFile {
  readonly key: string
  readonly filename: string
  readonly size: number
  readonly sent: number
  readonly refusal: RefusalShown | null
}

export type AddFileAs =
  | { readonly kind: 'scan' | 'answer' }
  | { readonly kind: 'derived'; readonly derivedFrom: AttachmentId; readonly withholdsOriginal: boolean }

export interface AddFiles {
  readonly files: readonly AddedFile[]
  /** How many of them are in the case now; whatever is not stays in `files` with its reason. */
  readonly add: (blobs: readonly File[], as: AddFileAs) => Promise<number>
  readonly dismiss: (key: string) => void
}

/** Puts files into a case, one after the other. */
export function useAddFiles(applicationId: ApplicationId): AddFiles {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const [files, setFiles] = useState<readonly AddedFile[]>([])
  const change = (key: string, part: Partial<AddedFile>): void => setFiles(before => before.map(file => (file.key === key ? { ...file, ...part } : file)))
  const dismiss = (key: string): void => setFiles(before => before.filter(file => file.key !== key))
  const addOne = async (blob: File, key: string, as: AddFileAs): Promise<boolean> => {
    const added = await unbroken(() => addTo(client, applicationId, blob, as, sent => change(key, { sent })))
    if (!added.ok) change(key, { refusal: added.error })
    else dismiss(key)
    return added.ok
  }
  const add = async (blobs: readonly File[], as: AddFileAs): Promise<number> => {
    const begun = blobs.map(blob => ({ key: crypto.randomUUID(), filename: blob.name, size: blob.size, sent: 0, refusal: null }))
    setFiles(before => [...before, ...begun])
    let count = 0
    for (const [index, { key }] of begun.entries()) if (await addOne(blobs[index] as File, key, as)) count++
    if (count > 0) show({ kind: 'done', title: t('files.added', { count }) })
    return count
  }
  return { files, add, dismiss }
}

/** Without a link to the core, a refusal like any other. */
async function unbroken<Value>(run: () => Promise<Kept<Value>>): Promise<Kept<Value>> {
  try {
    return await run()
  } catch {
    return { ok: false, error: { code: 'request/unexpected' } }
  }
}

async function addTo(client: CoreClient, applicationId: ApplicationId, blob: File, as: AddFileAs, onSent: (sent: number) => void): Promise<Kept<object>> {
  const kept = await keepOnDesk(client, blob, onSent)
  if (!kept.ok) return kept
  const origin = as.kind === 'derived' ? as : { ...as, derivedFrom: null, withholdsOriginal: false }
  const saved = await client.applications['add-file']({ applicationId, file: kept.value, ...origin })
  if (!saved.ok) await client.files.drop({ id: kept.value.id })
  return saved
}
