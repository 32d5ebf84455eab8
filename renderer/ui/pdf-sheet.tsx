import { useMutation } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../shared/errors.ts'
import { Button } from './button.tsx'
import { DialogActions } from './dialog.tsx'
import { Problem } from './problem.tsx'

type Pdf = Uint8Array<ArrayBuffer>

/** How a PDF is shown and printed, which is the same all over the desk. */
export interface PdfTools {
  readonly PdfView: (props: { readonly content: Pdf; readonly label?: string }) => ReactElement
  readonly print: (content: Pdf) => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: ErrorCode }>
  readonly bytesOf: (base64: string) => Pdf
}

export const PdfToolsContext = createContext<PdfTools | undefined>(undefined)

/** A PDF in a window, to be read and printed. */
export function PdfSheet({ pdf, title }: { readonly pdf: string; readonly title: string }): ReactElement {
  const { t } = useTranslation()
  const tools = use(PdfToolsContext)
  if (!tools) throw new Error('a sheet is shown without the means to show it')
  const { PdfView, bytesOf, print } = tools
  const content = useMemo(() => bytesOf(pdf), [pdf, bytesOf])
  const printing = useMutation({ mutationFn: () => print(content) })
  return (
    <>
      {printing.data?.ok === false && <Problem refusal={{ code: printing.data.code }} />}
      <PdfView content={content} label={title} />
      <DialogActions><Button kind="primary" icon="print" onPress={() => printing.mutate()}>{t('letter.print')}</Button></DialogActions>
    </>
  )
}
