import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { TickRow } from '../../../ui/tick-row.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import type { Physician, SessionDraft, SessionField } from './session-draft.ts'

export interface SessionFieldsProps {
  readonly draft: SessionDraft
  readonly wrong: (field: SessionField) => string | undefined
  readonly onChange: (part: Partial<SessionDraft>) => void
}

/** What a session is called, when it is, and how close together people come. */
export function WhenFields({ draft, wrong, onChange }: SessionFieldsProps): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>()
  return (
    <>
      <TextInput inputRef={first} label={t('planning.field.title')} hint={t('planning.field.titleHint')} value={draft.title} maxLength={160} isRequired error={wrong('title')} onChange={title => onChange({ title })} />
      <div className="planning__four">
        <TextInput label={t('planning.field.day')} value={draft.day} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={wrong('day')} onChange={day => onChange({ day })} />
        <TextInput label={t('planning.field.start')} value={draft.start} maxLength={9} isRequired error={wrong('start')} onChange={start => onChange({ start })} />
        <TextInput label={t('planning.field.end')} value={draft.end} maxLength={9} isRequired error={wrong('end')} onChange={end => onChange({ end })} />
        <TextInput label={t('planning.field.slotMinutes')} value={draft.slotMinutes} maxLength={3} isRequired error={wrong('slotMinutes')} onChange={slotMinutes => onChange({ slotMinutes })} />
      </div>
    </>
  )
}

interface OfferProps extends SessionFieldsProps {
  readonly here: FurnishedPlace
  readonly vaccines: readonly Vaccine[]
}

/** Where it is worked, what is given, and what of it can be booked by whom. */
export function OfferFields({ draft, wrong, onChange, here, vaccines }: OfferProps): ReactElement {
  const { t } = useTranslation()
  const stations = here.resources.filter(({ id, active }) => active || draft.resourceIds.includes(id)).map(({ id, name }) => ({ id, name }))
  const services = here.services.filter(({ id, active }) => active || draft.serviceIds.includes(id)).map(({ id, title }) => ({ id, name: title }))
  const offered = vaccines.filter(({ id, active }) => active || draft.vaccineIds.includes(id)).map(({ id, name }) => ({ id, name }))
  const atWork = stations.filter(({ id }) => draft.resourceIds.includes(id))
  return (
    <>
      <TickRow label={t('planning.field.vaccines')} error={wrong('vaccineIds')} items={offered} selected={draft.vaccineIds} onChange={vaccineIds => onChange({ vaccineIds })} />
      <TickRow label={t('planning.field.stations')} error={wrong('resourceIds')} items={stations} selected={draft.resourceIds} onChange={resourceIds => onChange({ resourceIds })} />
      {atWork.length > 0 && <TickRow label={t('planning.field.publicStations')} error={undefined} items={atWork} selected={draft.publicResourceIds.filter(id => atWork.some(one => one.id === id))} onChange={publicResourceIds => onChange({ publicResourceIds })} />}
      {services.length > 0 && <TickRow label={t('planning.field.services')} error={wrong('serviceIds')} items={services} selected={draft.serviceIds} onChange={serviceIds => onChange({ serviceIds })} />}
    </>
  )
}

interface PeopleProps extends SessionFieldsProps {
  readonly physicians: readonly Physician[]
  readonly onChoose: (personId: string) => void
}

/** Who answers for it, and who is invited. */
export function PeopleFields({ draft, wrong, onChange, physicians, onChoose }: PeopleProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <div className="planning__pair">
        <Select
          label={t('planning.field.responsible')} isRequired placeholder={t('vaccinations.choose')} error={wrong('responsibleId')} value={draft.responsibleId}
          items={physicians.map(({ personId, name }) => ({ id: personId, name }))} onChange={onChoose}
        />
        <TextInput label={t('planning.field.address')} hint={t('planning.field.addressHint')} value={draft.address} maxLength={300} isRequired error={wrong('address')} onChange={address => onChange({ address })} />
      </div>
      {physicians.length === 0 && <p className="callout">{t('planning.noPhysician')}</p>}
      <div className="planning__pair">
        <TextInput label={t('planning.field.fromAge')} hint={t('planning.field.fromAgeHint')} value={draft.fromAge} maxLength={3} error={wrong('fromAge')} onChange={fromAge => onChange({ fromAge })} />
        <TextArea label={t('planning.field.groups')} rows={1} value={draft.groups} maxLength={500} onChange={groups => onChange({ groups })} />
      </div>
    </>
  )
}
