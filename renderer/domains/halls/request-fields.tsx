import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TENANT_KINDS } from '../../../shared/domains/halls/tables.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Tick } from '../../ui/tick.tsx'
import { REPEATS } from './request-draft.ts'
import type { Requesting } from './use-request.ts'

type FieldProps = Pick<Requesting, 'draft' | 'change' | 'errors'>

export function WhenFields({ draft, change, errors, hasLastDay }: FieldProps & { readonly hasLastDay: boolean }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <TextInput label={t('halls.day')} value={draft.day} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={errors.day} onChange={day => change({ day })} />
      <TextInput label={t('halls.from')} value={draft.startTime} maxLength={9} isRequired error={errors.startTime} onChange={startTime => change({ startTime })} />
      <TextInput label={t('halls.to')} value={draft.endTime} maxLength={9} isRequired error={errors.endTime} onChange={endTime => change({ endTime })} />
      {hasLastDay && <TextInput label={t('halls.lastDay')} value={draft.lastDay} placeholder={t('halls.sameDay')} maxLength={10} error={errors.lastDay} onChange={lastDay => change({ lastDay })} />}
    </div>
  )
}

export function RepeatFields({ draft, change, errors }: FieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <div className="hall-fields">
        <Select label={t('halls.repeat')} items={REPEATS.map(id => ({ id, name: t(`halls.repeats.${id}`) }))} value={draft.repeat} onChange={id => change({ repeat: REPEATS.find(one => one === id) ?? 'once', lastDay: '' })} />
        {draft.repeat !== 'once' && <TextInput label={t('halls.until')} value={draft.until} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={errors.until} onChange={until => change({ until })} />}
      </div>
      {draft.repeat !== 'once' && <Tick label={t('halls.withoutHolidays')} isOn={draft.withoutHolidays} onChange={withoutHolidays => change({ withoutHolidays })} />}
    </>
  )
}

export function WishFields({ draft, change, errors, children }: FieldProps & { readonly children?: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <TextInput label={t('halls.purpose')} value={draft.purpose} maxLength={200} isRequired error={errors.purpose} onChange={purpose => change({ purpose })} />
      <TextInput label={t('halls.persons')} value={draft.persons} maxLength={4} isRequired error={errors.persons} onChange={persons => change({ persons })} />
      {children}
    </div>
  )
}

export function ChannelField({ draft, change }: FieldProps): ReactElement {
  const { t } = useTranslation()
  const items = (['telephone', 'counter', 'letter'] as const).map(id => ({ id, name: t(`halls.channels.${id}`) }))
  return <Select label={t('halls.channel')} items={items} value={draft.channel} onChange={id => change({ channel: id === 'counter' || id === 'letter' ? id : 'telephone' })} />
}

export function TenantFields({ draft, change, errors }: FieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <Select label={t('halls.tenantKind')} items={TENANT_KINDS.map(id => ({ id, name: t(`halls.tenants.${id}`) }))} value={draft.kind} onChange={id => change({ kind: TENANT_KINDS.find(one => one === id) ?? 'resident' })} />
      <TextInput label={t('halls.name')} value={draft.name} maxLength={120} isRequired error={errors.name} onChange={name => change({ name })} />
      <TextInput label={t('halls.organisation')} value={draft.organisation} maxLength={160} onChange={organisation => change({ organisation })} />
      <TextInput label={t('halls.street')} value={draft.street} maxLength={160} onChange={street => change({ street })} />
      <TextInput label={t('halls.postalCode')} value={draft.postalCode} maxLength={10} onChange={postalCode => change({ postalCode })} />
      <TextInput label={t('halls.place')} value={draft.place} maxLength={120} onChange={place => change({ place })} />
      <TextInput label={t('halls.phone')} value={draft.phone} maxLength={40} onChange={phone => change({ phone })} />
      <TextInput label={t('halls.email')} value={draft.email} maxLength={254} error={errors.email} onChange={email => change({ email })} />
    </div>
  )
}
