import type { ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { CONTACT_STATES, WAYS, type Counts, type RecallFilter } from './recall-rows.ts'

interface Props {
  readonly filter: RecallFilter
  readonly counts: Counts
  readonly total: number
  readonly onChange: (part: Partial<RecallFilter>) => void
}

/** Whom the list shows: by how far they have been told, by how they can be told, and by name. */
export function RecallFilters({ filter, counts, total, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const states = ['all', ...CONTACT_STATES] as const
  const countOf = (state: RecallFilter['state']): number => (state === 'all' ? total : counts[state])
  return (
    <search className="recall-filters">
      <RadioGroup className="segments recall-filters__states" orientation="horizontal" value={filter.state} onChange={chosen => onChange({ state: states.find(state => state === chosen) ?? 'all' })}>
        <Label className="field__label">{t('vaccinationRecords.state')}</Label>
        <div className="recall-filters__row">
          {states.map(state => (
            <Radio key={state} value={state} className="segment">
              {t(`vaccinationRecords.contact.${state}`)} <span className="muted">{formatNumber(countOf(state), language)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className="recall-filters__more">
        <Select label={t('vaccinationRecords.way')} value={filter.way} items={(['all', ...WAYS] as const).map(id => ({ id, name: t(`vaccinationRecords.ways.${id}`) }))} onChange={id => onChange({ way: WAYS.find(way => way === id) ?? 'all' })} />
        <TextInput label={t('vaccinationRecords.byName')} value={filter.text} maxLength={80} onChange={text => onChange({ text })} />
      </div>
    </search>
  )
}
