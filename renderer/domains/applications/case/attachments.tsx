import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../shared/domains/applications/tables.ts'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { formatBytes } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { AttachmentPreview } from './attachment-preview.tsx'
import { isShownHere, useAttachmentReader } from './attachment-file.ts'

/** The files that came with the application: pictures and plain text are shown, everything else is only saved. */
export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }): ReactElement {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Attachment>()
  const [refused, setRefused] = useState<{ readonly attachment: Attachment; readonly refusal: RefusalShown }>()
  const { save } = useAttachmentReader()
  const download = async (attachment: Attachment): Promise<void> => {
    const refusal = await save(attachment)
    setRefused(refusal ? { attachment, refusal } : undefined)
  }
  return (
    <section className="panel" aria-labelledby="attachments-title">
      <header className="panel__head"><h2 id="attachments-title" className="panel__title">{t('case.attachments')}</h2></header>
      {attachments.length === 0 && <p className="muted">{t('case.noAttachments')}</p>}
      <ul className="files">
        {attachments.map(attachment => (
          <File key={attachment.id} attachment={attachment} onShow={() => setShown(attachment)} onSave={() => void download(attachment)} />
        ))}
      </ul>
      {refused && <Problem refusal={refused.refusal}><p>{t('attachments.failed', { name: refused.attachment.filename })}</p></Problem>}
      <Dialog size="large" title={shown?.filename ?? ''} isOpen={shown !== undefined} onClose={() => setShown(undefined)}>
        {shown && <AttachmentPreview attachment={shown} />}
        {shown && <DialogActions><Button icon="download" onPress={() => void download(shown)}>{t('attachments.download')}</Button></DialogActions>}
      </Dialog>
    </section>
  )
}

interface FileProps {
  readonly attachment: Attachment
  readonly onShow: () => void
  readonly onSave: () => void
}

function File({ attachment, onShow, onSave }: FileProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = attachment.filename
  return (
    <li className="file">
      <Icon name="file" />
      <div className="file__text">
        <p className="file__name">{name}</p>
        <p className="muted">{formatBytes(attachment.size, language)} · <RelativeTime at={attachment.addedAt} /></p>
      </div>
      {isShownHere(attachment.mediaType) && <IconButton icon="eye" label={t('attachments.viewFile', { name })} onPress={onShow} />}
      <IconButton icon="download" label={t('attachments.downloadFile', { name })} onPress={onSave} />
    </li>
  )
}
