import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../../shared/domains/applications/tables.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../../ui/dialog.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { FilePages } from './file-pages.tsx'
import { useFileContent } from './use-file-content.ts'
import { hasPages, usePages } from './use-pages.ts'

interface Props {
  readonly attachment: Attachment
  readonly onClose: () => void
  readonly onSave: () => void
}

/** A file over the whole screen: read, turned, annotated, redacted. */
export function FileWindow({ attachment, onClose, onSave }: Props): ReactElement {
  const { mediaType, filename } = attachment
  return (
    <Dialog size={hasPages(mediaType) ? 'full' : 'large'} title={filename} isOpen onClose={onClose}>
      <Shown attachment={attachment} onClose={onClose} onSave={onSave} />
    </Dialog>
  )
}

function Shown({ attachment, onClose, onSave }: Props): ReactElement {
  const { t } = useTranslation()
  const { mediaType } = attachment
  const file = useFileContent(attachment.id)
  const pages = usePages(file.kind === 'here' && hasPages(mediaType) ? file.content : undefined, mediaType)
  const save = <DialogActions><Button icon="download" onPress={onSave}>{t('attachments.download')}</Button></DialogActions>
  if (file.kind === 'refused') return <Problem refusal={file.refusal} />
  if (file.kind === 'here' && !hasPages(mediaType)) return <><pre className="preview__text">{new TextDecoder().decode(file.content)}</pre>{save}</>
  if (file.kind === 'loading' || pages.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (!pages.ok) return <><Problem refusal={{ code: pages.code }} />{save}</>
  return <FilePages attachment={attachment} source={pages.source} onClose={onClose} onSave={onSave} />
}
