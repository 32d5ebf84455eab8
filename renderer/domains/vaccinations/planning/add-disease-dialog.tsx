import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { KNOWN_DISEASES } from '../../../../shared/domains/vaccinations/known-diseases.ts'
import { isSnomedId } from '../../../../shared/formats/check-digits.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'

interface Props {
  readonly known: readonly Disease[]
  readonly onAdd: (disease: Disease) => void
  readonly onClose: () => void
}

const OTHER = 'other'

/** Chooses a disease about which rules are to be written. */
export function AddDiseaseDialog({ known, onAdd, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const offered = KNOWN_DISEASES.filter(({ code }) => !known.some(disease => disease.code === code))
  const [chosen, setChosen] = useState<string | null>(null)
  const [other, setOther] = useState<Disease>({ code: '', name: '' })
  const [isJudged, setJudged] = useState(false)
  const isSound = isSnomedId(other.code.trim()) && other.name.trim() !== ''
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setJudged(true)
    const disease = chosen === OTHER ? (isSound ? { code: other.code.trim(), name: other.name.trim() } : undefined) : offered.find(({ code }) => code === chosen)
    if (disease) onAdd(disease)
  }
  return (
    <Dialog title={t('planning.rule.addDisease')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        <Select
          label={t('planning.try.disease')} hasFocus isRequired placeholder={t('vaccinations.choose')} value={chosen} error={isJudged && chosen === null ? t('planning.problem.missing') : undefined}
          items={[...offered.map(({ code, name }) => ({ id: code, name, note: code })), { id: OTHER, name: t('planning.vaccine.otherDisease') }]} onChange={setChosen}
        />
        {chosen === OTHER && (
          <>
            <TextInput label={t('planning.vaccine.diseaseName')} value={other.name} maxLength={120} isRequired error={isJudged && other.name.trim() === '' ? t('planning.problem.missing') : undefined} onChange={name => setOther({ ...other, name })} />
            <TextInput label={t('planning.vaccine.diseaseCode')} value={other.code} maxLength={18} isRequired error={isJudged && !isSnomedId(other.code.trim()) ? t('planning.vaccineProblem.snomed') : undefined} onChange={code => setOther({ ...other, code })} />
          </>
        )}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('planning.rule.goOn')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
