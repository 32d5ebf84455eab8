import { useEffect, useState } from 'react'
import type { OpenedPages } from './page-source.ts'

export type Pages = { readonly kind: 'loading' } | ({ readonly kind: 'opened' } & OpenedPages)

/** Whether a file of this type can be shown as pages. */
export const hasPages = (mediaType: string): boolean => mediaType === 'application/pdf' || PICTURES.includes(mediaType)

const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']

/** The file as pages; what reads PDF files is loaded with the first of them. */
export async function openPages(content: Uint8Array<ArrayBuffer>, mediaType: string): Promise<OpenedPages> {
  if (mediaType === 'application/pdf') return (await import('./pdf-source.ts')).openPdf(content)
  return (await import('./picture-source.ts')).openPicture(new Blob([content], { type: mediaType }))
}

/** Opens the file for as long as it is shown. */
export function usePages(content: Uint8Array<ArrayBuffer> | undefined, mediaType: string): Pages {
  const [pages, setPages] = useState<Pages>({ kind: 'loading' })
  useEffect(() => {
    if (!content) return undefined
    let isCurrent = true
    const opening = openPages(content, mediaType).catch((): OpenedPages => ({ ok: false, code: 'files/broken' }))
    void opening.then(opened => isCurrent && setPages({ kind: 'opened', ...opened }))
    return () => {
      isCurrent = false
      setPages({ kind: 'loading' })
      void opening.then(opened => opened.ok && opened.source.close())
    }
  }, [content, mediaType])
  return pages
}
