import { useMemo } from 'react'
import type { Attachment } from '../../../../shared/domains/applications/tables.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { offerDownload } from '../../../ui/download.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']

export const isPicture = (mediaType: string): boolean => PICTURES.includes(mediaType)

export const isText = (mediaType: string): boolean => mediaType === 'text/plain'

/** Only what cannot carry a program is shown in the page itself. */
export const isShownHere = (mediaType: string): boolean => isPicture(mediaType) || isText(mediaType)

export type ReadFile =
  | { readonly ok: true; readonly blob: Blob }
  | { readonly ok: false; readonly refusal: RefusalShown }

export interface AttachmentReader {
  readonly read: (attachment: Attachment) => Promise<ReadFile>
  /** Puts the file into the folder for downloads; answers with the refusal, if there was one. */
  readonly save: (attachment: Attachment) => Promise<RefusalShown | undefined>
}

export function useAttachmentReader(): AttachmentReader {
  const { client } = useCore()
  return useMemo(() => {
    const read = (attachment: Attachment): Promise<ReadFile> => readFrom(client, attachment)
    const save = async (attachment: Attachment): Promise<RefusalShown | undefined> => {
      const file = await read(attachment)
      if (!file.ok) return file.refusal
      offerDownload(file.blob, attachment.filename)
      return undefined
    }
    return { read, save }
  }, [client])
}

async function readFrom(client: CoreClient, { id, mediaType }: Attachment): Promise<ReadFile> {
  try {
    const answer = await client.applications.attachment({ id })
    if (!answer.ok) return { ok: false, refusal: answer.error }
    return { ok: true, blob: new Blob([bytesOf(answer.value.content)], { type: mediaType }) }
  } catch {
    return { ok: false, refusal: { code: 'request/unexpected' } }
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), letter => letter.codePointAt(0) ?? 0)
