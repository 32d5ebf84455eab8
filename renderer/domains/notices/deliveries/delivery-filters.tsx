import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryFilter } from '../../../../shared/contract/notice-deliveries.ts'
import { CHANNELS } from '../../../../shared/domains/notices/channels.ts'
import { SENT_STATES } from '../../../../shared/domains/notices/tables.ts'
import { parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useNoticeKinds } from './queries.ts'

interface Props {
  readonly filter: DeliveryFilter
  readonly onChange: (part: Partial<DeliveryFilter>) => void
}

const ALL = 'all'

/** By words, by way, state, kind and days. */
export function DeliveryFilters({ filter, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const kinds = useNoticeKinds()
  const all = { id: ALL, name: t('noticeDeliveries.all') }
  return (
    <search className="deliveries__filters">
      <TextInput label={t('noticeDeliveries.search')} value={filter.text} maxLength={100} onChange={text => onChange({ text })} />
      <Select label={t('noticeDeliveries.way')} value={filter.channel ?? ALL} items={[all, ...CHANNELS.map(id => ({ id, name: t(`noticeDeliveries.channels.${id}`) }))]} onChange={id => onChange({ channel: CHANNELS.find(one => one === id) ?? null })} />
      <Select label={t('noticeDeliveries.state')} value={filter.state ?? ALL} items={[all, ...SENT_STATES.map(id => ({ id, name: t(`notices.states.${id}`) }))]} onChange={id => onChange({ state: SENT_STATES.find(one => one === id) ?? null })} />
      {kinds.length > 1 && <Select label={t('noticeDeliveries.kind')} value={filter.kindId ?? ALL} items={[all, ...kinds.map(({ id, title }) => ({ id, name: title }))]} onChange={id => onChange({ kindId: kinds.find(kind => kind.id === id)?.id ?? null })} />}
      <DayFilter label={t('noticeDeliveries.from')} onChange={from => onChange({ from })} />
      <DayFilter label={t('noticeDeliveries.to')} onChange={to => onChange({ to })} />
    </search>
  )
}

/** A day that is typed; none as long as it is not whole. */
function DayFilter({ label, onChange }: { readonly label: string; readonly onChange: (day: string | null) => void }): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const type = (text: string): void => {
    setTyped(text)
    onChange(parseDay(text) ?? null)
  }
  return <TextInput label={label} value={typed} maxLength={10} placeholder={t('noticeClock.dayHint')} error={typed.trim().length >= 8 && !parseDay(typed) ? t('noticeClock.dayWrong') : undefined} onChange={type} />
}
