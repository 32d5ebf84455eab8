import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../shared/domains/applications/tables.ts'
import { Problem } from '../../../ui/problem.tsx'
import { isPicture, useAttachmentReader } from './attachment-file.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

type Preview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }

export function AttachmentPreview({ attachment }: { readonly attachment: Attachment }): ReactElement {
  const { t } = useTranslation()
  const preview = usePreview(attachment)
  if (preview.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (preview.kind === 'refused') return <Problem refusal={preview.refusal} />
  if (preview.kind === 'text') return <pre className="preview__text">{preview.text}</pre>
  return <img className="preview__picture" src={preview.url} alt={attachment.filename} />
}

function usePreview(attachment: Attachment): Preview {
  const { read } = useAttachmentReader()
  const [preview, setPreview] = useState<Preview>({ kind: 'loading' })
  useEffect(() => {
    let url: string | undefined
    let isCurrent = true
    void read(attachment).then(async file => {
      if (!isCurrent) return
      if (!file.ok) return setPreview({ kind: 'refused', refusal: file.refusal })
      if (!isPicture(attachment.mediaType)) return setPreview({ kind: 'text', text: await file.blob.text() })
      url = URL.createObjectURL(file.blob)
      setPreview({ kind: 'picture', url })
    })
    return () => {
      isCurrent = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [attachment, read])
  return preview
}
