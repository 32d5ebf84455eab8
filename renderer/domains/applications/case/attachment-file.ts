import { useMemo } from 'react'
import type { Attachment } from '../../../../shared/domains/applications/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { readFile } from './files/use-file-content.ts'

type ReadFile = { readonly ok: true; readonly blob: Blob } | { readonly ok: false; readonly refusal: RefusalShown }

interface AttachmentReader {
  readonly read: (attachment: Attachment) => Promise<ReadFile>
}

/** Reads a file when it is asked for, for what shows or prints it at once. */
export function useAttachmentReader(): AttachmentReader {
  const { client } = useCore()
  return useMemo(() => ({
    read: async ({ id, mediaType }) => {
      const file = await readFile(client, id)
      return file.kind === 'here' ? { ok: true, blob: new Blob([file.content], { type: mediaType }) } : { ok: false, refusal: file.refusal }
    },
  }), [client])
}
