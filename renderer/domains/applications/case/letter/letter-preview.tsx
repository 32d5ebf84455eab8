import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterPreviewQuery } from '../../../../../shared/wire/letters.ts'
import { useCore, useStatus } from '../../../../core-client/core-context.tsx'
import { ActionButton } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { PdfView } from '../pdf-view.tsx'
import { bytesOfBase64 } from './bytes.ts'
import { MissingParts } from './missing-parts.tsx'

/** A button that shows the letter as it would go out; it is set by the service, so it needs a link. */
export function LetterPreviewButton({ query, refusal }: { readonly query: LetterPreviewQuery | null; readonly refusal?: string | undefined }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isOnline = useStatus()?.connection === 'online'
  return (
    <>
      <ActionButton icon="eye" refusal={refusal ?? (isOnline ? undefined : t('letter.offline'))} onPress={() => setOpen(true)}>{t('letter.preview')}</ActionButton>
      <Dialog size="large" title={t('letter.previewTitle')} isOpen={isOpen && query !== null} onClose={() => setOpen(false)}>
        {query && <Preview query={query} />}
      </Dialog>
    </>
  )
}

function Preview({ query }: { readonly query: LetterPreviewQuery }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  // Drawn anew each time it is opened: what it is made from may have changed without a trace on this desk.
  const { data, isError } = useQuery({ queryKey: ['letter-preview', query], queryFn: () => client.letters.preview(query), gcTime: 0, retry: false })
  const pdf = data?.ok ? data.value.pdf : null
  const content = useMemo(() => (pdf === null ? undefined : bytesOfBase64(pdf)), [pdf])
  if (isError) return <Problem refusal={{ code: 'request/unexpected' }} />
  if (!data) return <output className="muted">{t('letter.setting')}</output>
  if (!data.ok) return <Problem refusal={data.error} />
  return (
    <div className="stack letter-preview">
      <MissingParts missing={data.value.missing} />
      {content ? <PdfView content={content} label={t('letter.document')} /> : <p>{t('letter.none')}</p>}
    </div>
  )
}
