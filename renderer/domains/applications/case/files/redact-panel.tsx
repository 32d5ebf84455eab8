import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { Button } from '../../../../ui/button.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { copyName } from './copy-name.ts'
import type { PageSource } from './page-source.ts'
import { PlaceButton } from './place-button.tsx'
import { useAddFiles } from './use-add-files.ts'
import { useBurning } from './use-burning.ts'

interface Props {
  readonly attachment: Attachment
  readonly source: PageSource
  readonly page: number
  readonly marks: readonly PageArea[]
  readonly onPlace: (area: PageArea) => void
  readonly onDone: () => void
}

/** Makes the redacted copy: pictures of the pages with black boxes, checked before it may be saved. */
export function RedactPanel({ attachment, source, page, marks, onPlace, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState(() => copyName(attachment.filename, t('files.redactedSuffix')))
  const { files, add, dismiss } = useAddFiles(attachment.applicationId)
  const burning = useBurning(source, attachment.rotation)
  const [failed] = files
  const save = async (): Promise<void> => {
    for (const { key } of files) dismiss(key)
    const file = await burning.redact(marks, name)
    if (file && (await add([file], { kind: 'derived', derivedFrom: attachment.id, withholdsOriginal: true })) === 1) onDone()
  }
  const isBusy = burning.progress !== null || (failed !== undefined && failed.refusal === null)
  return (
    <section className="file-side" aria-label={t('files.redact')}>
      <h3 className="panel__subtitle">{t('files.redact')}</h3>
      <p className="muted">{t('files.redactHint')}</p>
      <PlaceButton page={page} onPlace={onPlace} />
      <p aria-live="polite">{t('files.boxes', { count: marks.length })}</p>
      <TextInput label={t('files.copyName')} value={name} onChange={setName} maxLength={190} hint={t('files.copyNameHint')} />
      {burning.refusal && <Problem refusal={burning.refusal} />}
      {failed?.refusal && <Problem refusal={failed.refusal} />}
      {burning.progress !== null && <output className="muted">{t('files.burning', { page: burning.progress, count: source.pageCount })}</output>}
      <div className="row">
        <Button kind="primary" isDisabled={marks.length === 0 || name.trim() === '' || isBusy} onPress={() => void save()}>{t('files.saveRedacted')}</Button>
        <Button kind="quiet" onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </section>
  )
}
