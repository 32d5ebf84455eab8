import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { EarlierDose } from '../../../../shared/domains/vaccinations/tables.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Language } from '../../../texts/languages.ts'
import type { ComparedDose } from './compare.ts'

interface Props {
  readonly doses: readonly ComparedDose[]
  /** By their place in the list. */
  readonly chosen: readonly number[]
  readonly onChange: (chosen: readonly number[]) => void
}

/** The doses of a file: new ones to be ticked, and beside the others what is known of them here. */
export function ComparedList({ doses, chosen, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <CheckboxGroup className="field" value={chosen.map(String)} onChange={values => onChange(values.map(Number))}>
      <Label className="field__label">{t('vaccinationExchange.found', { count: doses.length })}</Label>
      <ul className="exchange__list">
        {doses.map((dose, index) => (
          <li key={`${index} ${dose.dose.day}`}>
            {dose.known ? <div className="exchange__row"><Words dose={dose} /><Mark dose={dose} /></div> : (
              <Checkbox value={String(index)} className="exchange__row exchange__row--new">
                {({ isSelected }) => (
                  <>
                    <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                    <Words dose={dose} />
                    <Mark dose={dose} />
                  </>
                )}
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
    </CheckboxGroup>
  )
}

function Words({ dose: { dose, numbers, nextDays, responsible, known, differs } }: { readonly dose: ComparedDose }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const details = [
    dose.diseases.map(({ name }) => name).join(', '),
    ...(numbers[0] ? [t('vaccinationExchange.doseNumber', { number: [...new Set(numbers.map(({ number }) => number))].join('/') })] : []),
    ...(dose.lot ? [t('vaccinationExchange.lot', { lot: dose.lot })] : []),
    ...(responsible ? [t('vaccinationExchange.by', { name: responsible })] : []),
    ...(nextDays[0] ? [t('vaccinationExchange.next', { day: formatPlainDay(nextDays[0], language) })] : []),
  ]
  return (
    <span className="exchange__words">
      <span><span className="exchange__day">{dayWord(t, dose, language)}</span> <strong>{dose.vaccineName}</strong></span>
      <span className="muted">{details.join(' · ')}</span>
      {known && differs.length > 0 && <span>{t('vaccinationExchange.differs', { known: differs.map(item => `${t(`vaccinationExchange.difference.${item}`)} ${KNOWN[item](t, known, language)}`).join(', ') })}</span>}
    </span>
  )
}

const dayWord = (t: TFunction, { day }: Pick<EarlierDose, 'day'>, language: Language): string =>
  day.length === 10 ? formatPlainDay(day, language) : t('vaccinationExchange.month', { month: `${day.slice(5)}/${day.slice(0, 4)}` })

const KNOWN: Readonly<Record<ComparedDose['differs'][number], (t: TFunction, dose: EarlierDose, language: Language) => string>> = {
  day: dayWord,
  vaccine: (_, { vaccineName }) => vaccineName,
  diseases: (_, { diseases }) => diseases.map(({ name }) => name).join(', '),
  lot: (t, { lot }) => lot || t('vaccinationExchange.noLot'),
}

/** New, known already, or known otherwise; symbol and word, and colour only besides. */
function Mark({ dose: { known, differs } }: { readonly dose: ComparedDose }): ReactElement {
  const { t } = useTranslation()
  const kind = known ? (differs.length > 0 ? 'differs' : 'same') : 'new'
  return <span className={`exchange__mark exchange__mark--${kind}`}><Icon name={MARKS[kind]} size={16} />{t(`vaccinationExchange.kind.${kind}`)}</span>
}

const MARKS = { new: 'plus', same: 'check', differs: 'warning' } as const
