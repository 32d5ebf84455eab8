import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { writeDiagnosis, type Diagnosis } from '../../../../shared/formats/diagnosis.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { fileName, offerDownload } from '../../../ui/download.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** Shows the whole file about this desk, letter by letter, and saves exactly that. */
export function DiagnosisDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  // Made anew each time it is asked for, and kept nowhere.
  const { data, isError } = useQuery(queries.diagnosis.get.queryOptions({ gcTime: 0, retry: false }))
  return (
    <Dialog size="large" title={t('diagnosis.makeTitle')} isOpen onClose={onClose}>
      <div className="diagnosis">
        <p>{t('diagnosis.makeIntro')}</p>
        {!data && !isError && <p className="muted">{t('common.loading')}</p>}
        {isError && <p role="alert" className="callout">{t('diagnosis.failed')}</p>}
        {data && <WholeFile diagnosis={data} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

function WholeFile({ diagnosis, onClose }: { readonly diagnosis: Diagnosis; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const first = useFirstFocus<HTMLButtonElement>()
  const [isSaved, setSaved] = useState(false)
  const words = writeDiagnosis(diagnosis)
  const save = (): void => {
    offerDownload(new Blob([words]), fileName([t('diagnosis.fileName', { time: formatDayAndTime(diagnosis.madeAt, language) })], 'json'))
    setSaved(true)
  }
  return (
    <>
      <TextArea label={t('diagnosis.words')} value={words} onChange={() => undefined} rows={16} isReadOnly />
      <output>{isSaved && t('diagnosis.saved')}</output>
      <DialogActions>
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button ref={first} kind="primary" icon="download" onPress={save}>{t('diagnosis.save')}</Button>
      </DialogActions>
    </>
  )
}
