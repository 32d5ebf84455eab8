import { useEffect, useState } from 'react'
import type { AttachmentId } from '../../../../../shared/ids.ts'
import type { CoreClient } from '../../../../core-client/connect.ts'
import { useCore } from '../../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../../ui/error-sentences.ts'
import { fromBase64 } from '../../../../ui/bytes.ts'

export type FileContent =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'here'; readonly content: Uint8Array<ArrayBuffer> }

/** The bytes of a file, from this desk or from the service. */
export async function readFile(client: CoreClient, id: AttachmentId): Promise<Exclude<FileContent, { readonly kind: 'loading' }>> {
  try {
    const answer = await client.applications.attachment({ id })
    return answer.ok ? { kind: 'here', content: fromBase64(answer.value.content) } : { kind: 'refused', refusal: answer.error }
  } catch {
    return { kind: 'refused', refusal: { code: 'request/unexpected' } }
  }
}

/** Its bytes stay the same for ever, so they are read once. */
export function useFileContent(id: AttachmentId): FileContent {
  const { client } = useCore()
  const [content, setContent] = useState<FileContent>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    void readFile(client, id).then(read => isCurrent && setContent(read))
    return () => {
      isCurrent = false
      setContent({ kind: 'loading' })
    }
  }, [client, id])
  return content
}
