import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../../shared/domains/applications/tables.ts'
import { Button, IconButton } from '../../../../ui/button.tsx'
import { useApplicationCommand } from '../../mutations.ts'
import type { Rotation } from './page-source.ts'

export type FileMode = 'read' | 'note' | 'redact'

interface Props {
  readonly attachment: Attachment
  readonly mode: FileMode
  readonly onMode: (mode: FileMode) => void
  readonly onSave: () => void
  readonly onConvert: () => void
  readonly isConverting: boolean
}

const quarterOn = (rotation: Rotation): Rotation => ((rotation + 90) % 360) as Rotation

/** What one may do to a file, besides reading it. */
export function FileTools({ attachment, mode, onMode, onSave, onConvert, isConverting }: Props): ReactElement {
  const { t } = useTranslation()
  const { run } = useApplicationCommand('turn-file')
  const { applicationId, id: attachmentId, rotation, mediaType } = attachment
  const turn = (): void => void run({ applicationId, attachmentId, rotation: quarterOn(rotation) })
  const toggle = (wanted: FileMode): void => onMode(mode === wanted ? 'read' : wanted)
  return (
    <>
      <div className="pages__group">
        <IconButton icon="turn" label={t('files.turn')} onPress={turn} />
        <IconButton icon="download" label={t('attachments.download')} onPress={onSave} />
      </div>
      <div className="pages__group pages__group--end">
        <Button kind={mode === 'note' ? 'primary' : 'quiet'} icon="marker" aria-pressed={mode === 'note'} onPress={() => toggle('note')}>{t('files.note')}</Button>
        <Button kind={mode === 'redact' ? 'primary' : 'quiet'} icon="redact" aria-pressed={mode === 'redact'} onPress={() => toggle('redact')}>{t('files.redact')}</Button>
        {mediaType !== 'application/pdf' && <Button kind="quiet" icon="file" isDisabled={isConverting} onPress={onConvert}>{t('files.convert')}</Button>}
      </div>
    </>
  )
}
