import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../../ui/button.tsx'
import { formatBytes } from '../../../../ui/format.ts'
import { Problem } from '../../../../ui/problem.tsx'
import { useLanguage } from '../../../../ui/use-language.ts'
import type { AddedFile } from './use-add-files.ts'

/** Files that are being taken in, and those that were not, with the reason. */
export function UploadList({ files, onDismiss }: { readonly files: readonly AddedFile[]; readonly onDismiss: (key: string) => void }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (files.length === 0) return null
  return (
    <ul className="uploads">
      {files.map(({ key, filename, size, sent, refusal }) => (
        <li key={key} className="upload">
          {refusal
            ? <><Problem refusal={refusal}>{refusal.facts?.['filename'] === undefined && <p>{t('files.notAdded', { name: filename })}</p>}</Problem><IconButton icon="cross" label={t('common.remove', { what: filename })} onPress={() => onDismiss(key)} /></>
            : <label className="upload__progress">{filename}<span className="muted">{formatBytes(size, language)}</span><progress value={sent} max={size} /></label>}
        </li>
      ))}
    </ul>
  )
}
