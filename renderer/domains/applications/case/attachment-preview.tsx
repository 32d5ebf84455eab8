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
  switch (preview.kind) {
    case 'loading': return <p className="muted" role="status">{t('common.loading')}</p>
    case 'refused': return <Problem refusal={preview.refusal} />
    case 'picture': return <img className="preview__picture" src={preview.url} alt={attachment.filename} />
    case 'text': return <pre className="preview__text" tabIndex={0}>{preview.text}</pre>
  }
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
    // The reader is made anew with every drawing and always reads the same.
  }, [attachment.id])
  return preview
}
