import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { readDiagnosis, type ReadDiagnosis } from '../../../../shared/formats/diagnosis.ts'
import { Button } from '../../../ui/button.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { DiagnosisInWords } from './diagnosis-in-words.tsx'
import '../help.css'

/** Larger files are not even read. */
const LARGEST_BYTES = 2_000_000

/** The administrator reads what somebody's desk has told: likely causes first, then the numbers they follow from. */
export function DiagnosisPage(): ReactElement {
  const { t } = useTranslation()
  const [read, setRead] = useState<ReadDiagnosis>()
  const take = async (file: File): Promise<void> => setRead(file.size > LARGEST_BYTES ? { kind: 'too-large' } : readDiagnosis(await file.text()))
  return (
    <Screen
      title={t('pages.diagnosis')}
      intro={t('diagnosis.openIntro')}
      actions={<FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={files => files?.[0] && void take(files[0])}><Button kind="primary" icon="file">{t('diagnosis.choose')}</Button></FileTrigger>}
    >
      {read && read.kind !== 'read' && <p role="alert" className="callout">{t(`diagnosis.problems.${read.kind}`)}</p>}
      {read?.kind === 'read' && <DiagnosisInWords diagnosis={read.diagnosis} />}
    </Screen>
  )
}
