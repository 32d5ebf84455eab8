import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CountedChoice } from '../../../ui/counted-choice.tsx'
import { parseDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { SHOWN_STATES, type Counts, type FinalityFilter, type ShownState } from './finality-rows.ts'

interface Props {
  readonly filter: FinalityFilter
  readonly counts: Counts
  readonly onChange: (part: Partial<FinalityFilter>) => void
}

/** The counts, each of which shows those it counts; by the day on which a notice is final, and by name or Kassenzeichen. */
export function FinalityFilters({ filter, counts, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const states = SHOWN_STATES.filter(state => state === 'all' || counts[state] > 0 || state === filter.state)
  const nameOf = (state: ShownState): string => (state === 'all' || state === 'returned' ? t(`noticeClock.${state}`) : t(`noticeClock.states.${state}`))
  const type = (text: string): void => {
    setTyped(text)
    onChange({ finalBy: parseDay(text) ?? null })
  }
  return (
    <search className="finality__filters">
      <CountedChoice label={t('noticeClock.state')} choices={states.map(id => ({ id, name: nameOf(id), count: counts[id] }))} chosen={filter.state} onChange={state => onChange({ state })} />
      <div className="finality__more">
        <TextInput label={t('noticeClock.finalBy')} value={typed} maxLength={10} placeholder={t('noticeClock.dayHint')} error={typed.trim().length >= 8 && !parseDay(typed) ? t('noticeClock.dayWrong') : undefined} onChange={type} />
        <TextInput label={t('noticeClock.byText')} value={filter.text} maxLength={80} onChange={text => onChange({ text })} />
      </div>
    </search>
  )
}
