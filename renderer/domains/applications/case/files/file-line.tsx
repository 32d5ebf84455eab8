import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../../shared/domains/applications/tables.ts'
import { IconButton } from '../../../../ui/button.tsx'
import { formatBytes } from '../../../../ui/format.ts'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { PendingMark } from '../../../../ui/pending-mark.tsx'
import { RelativeTime } from '../../../../ui/time.tsx'
import { useLanguage } from '../../../../ui/use-language.ts'
import { hasPages } from './use-pages.ts'

interface Props {
  readonly attachment: Attachment
  /** The name of the file it was made from, where it was. */
  readonly original: string | undefined
  readonly onShow: () => void
  readonly onSave: () => void
}

/** Only what cannot carry a program is shown in the page itself. */
const isShownHere = (mediaType: string): boolean => hasPages(mediaType) || mediaType === 'text/plain'

/** One file of a case: what it is, where it comes from, and whether anybody may trust it. */
export function FileLine({ attachment, original, onShow, onSave }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { filename: name, size, addedAt, addedByName, kind, mediaType, scan, version } = attachment
  const isGone = scan === 'infected'
  const canShow = isShownHere(mediaType) && !isGone
  return (
    <li className="file">
      <Icon name="file" />
      <div className="file__text">
        <p className="file__name">{canShow ? <button type="button" className="link" onClick={onShow}>{name}</button> : name}</p>
        <p className="muted">
          {original === undefined ? t(`files.kinds.${kind}`) : t('files.madeFrom', { name: original })} · {formatBytes(size, language)} · <RelativeTime at={addedAt} />
          {addedByName !== null && ` · ${addedByName}`}
        </p>
        <p className="file__marks">
          <ScanMark scan={scan} />
          {attachment.isWithheld && <FileMark icon="lock" kind="wait">{t('files.withheld')}</FileMark>}
          {attachment.notes.length > 0 && <FileMark icon="marker" kind="note">{t('files.noteCount', { count: attachment.notes.length })}</FileMark>}
          {version === 0 && <PendingMark />}
        </p>
      </div>
      {!isGone && <IconButton icon="download" label={t('attachments.downloadFile', { name })} onPress={onSave} />}
    </li>
  )
}

function ScanMark({ scan }: Pick<Attachment, 'scan'>): ReactElement {
  const { t } = useTranslation()
  if (scan === 'clean') return <FileMark icon="shieldCheck" kind="good">{t('files.scan.clean')}</FileMark>
  return scan === 'infected'
    ? <FileMark icon="warning" kind="bad">{t('files.scan.infected')}</FileMark>
    : <FileMark icon="shield" kind="none">{t('files.scan.not-scanned')}</FileMark>
}

function FileMark({ icon, kind, children }: { readonly icon: IconName; readonly kind: 'good' | 'bad' | 'wait' | 'note' | 'none'; readonly children: string }): ReactElement {
  return <span className={`file-mark file-mark--${kind}`}><Icon name={icon} size={16} />{children}</span>
}
