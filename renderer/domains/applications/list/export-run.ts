import { useEffect, useRef, useState } from 'react'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { ExportColumn, ExportFormat } from '../../../../shared/contract/bulk.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { offerDownload } from '../../../ui/download.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }

export interface ExportOrder {
  readonly query: ListQuery
  readonly format: ExportFormat
  readonly columns: ExportColumn[]
  /** Without its ending. */
  readonly filename: string
}

/** Writes a list into a file, told step by step; leaving the dialog ends it. */
export function useExport(): { readonly state: ExportState; readonly start: (order: ExportOrder) => void; readonly stop: () => void } {
  const { client } = useCore()
  const [state, setState] = useState<ExportState>({ kind: 'asking' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function run({ query, format, columns, filename }: ExportOrder, signal: AbortSignal): Promise<void> {
    const parts: Uint8Array<ArrayBuffer>[] = []
    for await (const step of await client.export.list({ query, format, columns }, { signal })) {
      if (signal.aborted) return
      if (step.kind === 'progress') setState({ kind: 'reading', done: step.done, total: step.total })
      if (step.kind === 'part') parts.push(bytesOf(step.content))
      if (step.kind === 'refused') setState({ kind: 'refused', refusal: step })
      if (step.kind !== 'done') continue
      offerDownload(new Blob(parts), `${filename}.${format}`)
      setState({ kind: 'done', rows: step.rows })
    }
  }

  return {
    state,
    start: order => {
      const end = (running.current = new AbortController())
      setState({ kind: 'reading', done: 0, total: 0 })
      run(order, end.signal).catch(() => {
        if (!end.signal.aborted) setState({ kind: 'refused', refusal: { code: 'request/unexpected' } })
      })
    },
    stop: () => {
      running.current?.abort()
      setState({ kind: 'asking' })
    },
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}
