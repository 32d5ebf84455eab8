import { useState, type ReactElement } from 'react'
import { DropZone, FileTrigger, type DropItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../shared/domains/applications/tables.ts'
import type { ApplicationId, AttachmentId } from '../../../../shared/ids.ts'
import { ALLOWED_MEDIA_TYPES } from '../../../../shared/wire/streams.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { offerDownload } from '../../../ui/download.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useNoLeavingByDrop } from '../../../ui/use-no-leaving-by-drop.ts'
import './files/files.css'
import { FileLine } from './files/file-line.tsx'
import { FileWindow } from './files/file-window.tsx'
import { UploadList } from './files/upload-list.tsx'
import { useAddFiles } from './files/use-add-files.ts'
import { readFile } from './files/use-file-content.ts'

interface Props {
  readonly applicationId: ApplicationId
  /** Those of the case, and of cases merged into it. */
  readonly attachments: readonly Attachment[]
}

/** The files of the case: read, saved, added by button or by dropping them here. */
export function Attachments({ applicationId, attachments }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [shownId, setShownId] = useState<AttachmentId>()
  const [refused, setRefused] = useState<{ readonly name: string; readonly refusal: RefusalShown }>()
  const { files, add, dismiss } = useAddFiles(applicationId)
  const shown = attachments.find(({ id }) => id === shownId)
  const save = async ({ id, filename }: Attachment): Promise<void> => {
    const file = await readFile(client, id)
    setRefused(file.kind === 'refused' ? { name: filename, refusal: file.refusal } : undefined)
    if (file.kind === 'here') offerDownload(new Blob([file.content]), filename)
  }
  const addAll = (chosen: readonly File[]): void => void add(chosen, { kind: 'scan' })
  useNoLeavingByDrop()
  return (
    <section className="panel" aria-labelledby="attachments-title">
      <header className="panel__head">
        <h2 id="attachments-title" className="panel__title">{t('case.attachments')}</h2>
        <FileTrigger allowsMultiple acceptedFileTypes={ALLOWED_MEDIA_TYPES} onSelect={list => list && addAll([...list])}>
          <Button kind="quiet" icon="upload">{t('files.add')}</Button>
        </FileTrigger>
      </header>
      <DropZone className="drop" aria-label={t('files.drop')} onDrop={({ items }) => void filesIn(items).then(addAll)}>
        {attachments.length === 0 && <p className="muted">{t('case.noAttachments')}</p>}
        <ul className="files">
          {attachments.map(attachment => (
            <FileLine
              key={attachment.id} attachment={attachment} original={attachments.find(({ id }) => id === attachment.derivedFrom)?.filename}
              onShow={() => setShownId(attachment.id)} onSave={() => void save(attachment)}
            />
          ))}
        </ul>
        <p className="drop__hint" aria-hidden="true">{t('files.dropHere')}</p>
      </DropZone>
      <UploadList files={files} onDismiss={dismiss} />
      {refused && <Problem refusal={refused.refusal}><p>{t('attachments.failed', { name: refused.name })}</p></Problem>}
      {shown && <FileWindow key={shown.id} attachment={shown} onClose={() => setShownId(undefined)} onSave={() => void save(shown)} />}
    </section>
  )
}

const filesIn = (items: readonly DropItem[]): Promise<readonly File[]> =>
  Promise.all(items.flatMap(item => (item.kind === 'file' ? [item.getFile()] : [])))
