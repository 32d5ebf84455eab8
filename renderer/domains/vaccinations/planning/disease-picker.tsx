import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { diseasesToChoose } from '../../../../shared/domains/vaccinations/known-diseases.ts'
import { isSnomedId } from '../../../../shared/formats/check-digits.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { OpenerButton } from '../opener-button.tsx'
import { useOpened } from '../use-opened.ts'
import { FreshInput } from './fresh-input.tsx'
import { useLineFocus } from './use-line-focus.ts'

interface Props {
  readonly diseases: readonly Disease[]
  /** Those in use elsewhere, offered beside the known ones. */
  readonly inUse: readonly Disease[]
  readonly error: string | undefined
  readonly onChange: (diseases: readonly Disease[]) => void
}

/** What a product is against: chosen by name, with the code beside it; what is not on the list is entered by its code. */
export function DiseasePicker({ diseases, inUse, error, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { opened, open, close, wasLeft } = useOpened<'other'>()
  const { removals, removed } = useLineFocus()
  const offered = diseasesToChoose([...inUse, ...diseases])
  const remove = (code: string): void => {
    onChange(diseases.filter(disease => disease.code !== code))
    removed()
  }
  const choose = (codes: readonly string[]): void => onChange(codes.flatMap(code => offered.find(disease => disease.code === code) ?? []))
  return (
    <fieldset className="stack planning__diseases">
      <legend className="field__label">{t('planning.vaccine.diseases')}</legend>
      {diseases.length > 0 && (
        <ul className="planning__chips">
          {diseases.map(({ code, name }) => (
            <li key={code} className="planning__chip"><span>{name} <span className="muted">{code}</span></span><IconButton icon="cross" label={t('common.remove', { what: name })} onPress={() => remove(code)} /></li>
          ))}
        </ul>
      )}
      <div className="row">
        <ChoiceFilter label={t('planning.vaccine.chooseDiseases')} items={offered.map(({ code, name }) => ({ id: code, name }))} selected={diseases.map(({ code }) => code)} onChange={choose} />
        {!opened && <OpenerButton key={removals} hasFocus={wasLeft('other') || removals > 0} kind="quiet" icon="plus" onPress={() => open('other')}>{t('planning.vaccine.otherDisease')}</OpenerButton>}
      </div>
      {opened && <OtherDisease onAdd={disease => { onChange([...diseases.filter(({ code }) => code !== disease.code), disease]); close() }} />}
      {error && <p className="field__hint field__hint--error" role="alert">{error}</p>}
    </fieldset>
  )
}

function OtherDisease({ onAdd }: { readonly onAdd: (disease: Disease) => void }): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [wasTried, setTried] = useState(false)
  const isSound = isSnomedId(code.trim()) && name.trim() !== ''
  const add = (): void => {
    setTried(true)
    if (isSound) onAdd({ code: code.trim(), name: name.trim() })
  }
  return (
    <div className="planning__line">
      <FreshInput hasFocus label={t('planning.vaccine.diseaseName')} value={name} maxLength={120} error={wasTried && name.trim() === '' ? t('planning.problem.missing') : undefined} onChange={setName} />
      <TextInput label={t('planning.vaccine.diseaseCode')} value={code} maxLength={18} error={wasTried && !isSnomedId(code.trim()) ? t('planning.vaccineProblem.snomed') : undefined} onChange={setCode} />
      <Button onPress={add}>{t('planning.vaccine.addDisease')}</Button>
    </div>
  )
}
