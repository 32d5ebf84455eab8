import { FILE_PIECE_BYTES } from '../../shared/contract/files.ts'
import type { KeptFile } from '../../shared/kept-file.ts'
import type { RefusalShown } from '../ui/error-sentences.ts'
import { toBase64 } from '../ui/bytes.ts'
import type { CoreClient } from './connect.ts'

export type Kept<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RefusalShown }

/** Hands a file over to the core, piece by piece; it is encrypted there as it comes. */
export async function keepOnDesk(client: CoreClient, blob: File, onSent: (sent: number) => void): Promise<Kept<KeptFile>> {
  const begun = await client.files.begin({ filename: blob.name, size: blob.size })
  if (!begun.ok) return begun
  const { id } = begun.value
  for (let start = 0; start < blob.size; start += FILE_PIECE_BYTES) {
    const piece = new Uint8Array(await blob.slice(start, start + FILE_PIECE_BYTES).arrayBuffer())
    const appended = await client.files.append({ id, start, content: toBase64(piece) })
    if (!appended.ok) return appended
    onSent(appended.value.received)
  }
  return client.files.finish({ id })
}
