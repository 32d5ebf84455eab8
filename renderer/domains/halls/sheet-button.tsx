import { useMutation } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { HallSheetQuery } from '../../../shared/wire/letters.ts'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'

type Pdf = Uint8Array<ArrayBuffer>

/** How a PDF is shown and printed, which is the same all over the desk. */
export interface PdfTools {
  readonly PdfView: (props: { readonly content: Pdf; readonly label?: string }) => ReactElement
  readonly print: (content: Pdf) => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: ErrorCode }>
  readonly bytesOf: (base64: string) => Pdf
}

export const PdfToolsContext = createContext<PdfTools | undefined>(undefined)

interface Props {
  readonly query: HallSheetQuery
  readonly label: string
  readonly title: string
}

/** A button that shows the contract or the protocol, to be read and printed; it is set by the service, so it needs a link. */
export function SheetButton({ query, label, title }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: () => client.halls.sheet(query) })
  return (
    <>
      <ActionButton icon="eye" refusal={isOnline ? undefined : t('halls.sheetOffline')} onPress={() => mutate()}>{label}</ActionButton>
      <Dialog size="large" title={title} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('letter.setting')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <Sheet pdf={data.value.pdf} title={title} />}
      </Dialog>
    </>
  )
}

function Sheet({ pdf, title }: { readonly pdf: string; readonly title: string }): ReactElement {
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
