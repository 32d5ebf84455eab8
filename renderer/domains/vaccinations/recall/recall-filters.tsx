import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CountedChoice } from '../../../ui/counted-choice.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
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
  const states = ['all', ...CONTACT_STATES] as const
  const countOf = (state: RecallFilter['state']): number => (state === 'all' ? total : counts[state])
  return (
    <search className="recall-filters">
      <CountedChoice label={t('vaccinationRecords.state')} choices={states.map(id => ({ id, name: t(`vaccinationRecords.contact.${id}`), count: countOf(id) }))} chosen={filter.state} onChange={state => onChange({ state })} />
      <div className="recall-filters__more">
        <Select label={t('vaccinationRecords.way')} value={filter.way} items={(['all', ...WAYS] as const).map(id => ({ id, name: t(`vaccinationRecords.ways.${id}`) }))} onChange={id => onChange({ way: WAYS.find(way => way === id) ?? 'all' })} />
        <TextInput label={t('vaccinationRecords.byName')} value={filter.text} maxLength={80} onChange={text => onChange({ text })} />
      </div>
    </search>
  )
}
