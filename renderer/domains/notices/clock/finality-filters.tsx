import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { formatNumber, parseDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { SHOWN_STATES, type Counts, type FinalityFilter } from './finality-rows.ts'

interface Props {
  readonly filter: FinalityFilter
  readonly counts: Counts
  readonly onChange: (part: Partial<FinalityFilter>) => void
}

/** The counts, each of which shows those it counts; by the day on which a notice is final, and by name or Kassenzeichen. */
export function FinalityFilters({ filter, counts, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const states = SHOWN_STATES.filter(state => state === 'all' || counts[state] > 0 || state === filter.state)
  const type = (text: string): void => {
    setTyped(text)
    onChange({ finalBy: parseDay(text) ?? null })
  }
  return (
    <search className="finality__filters">
      <RadioGroup className="segments" orientation="horizontal" value={filter.state} onChange={chosen => onChange({ state: states.find(state => state === chosen) ?? 'all' })}>
        <Label className="field__label">{t('noticeClock.state')}</Label>
        <div className="finality__states">
          {states.map(state => (
            <Radio key={state} value={state} className="segment">
              {state === 'all' || state === 'returned' ? t(`noticeClock.${state}`) : t(`noticeClock.states.${state}`)} <strong>{formatNumber(counts[state], language)}</strong>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className="finality__more">
        <TextInput label={t('noticeClock.finalBy')} value={typed} maxLength={10} placeholder={t('noticeClock.dayHint')} error={typed.trim().length >= 8 && !parseDay(typed) ? t('noticeClock.dayWrong') : undefined} onChange={type} />
        <TextInput label={t('noticeClock.byText')} value={filter.text} maxLength={80} onChange={text => onChange({ text })} />
      </div>
    </search>
  )
}
