import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../../shared/contract/appointments.ts'
import type { AppointmentService, Resource } from '../../../../../shared/domains/appointments/tables.ts'
import { Button } from '../../../../ui/button.tsx'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { useLanguage } from '../../../../ui/use-language.ts'
import { listed } from '../weekday-words.ts'

interface Props<Row> {
  readonly here: FurnishedPlace
  readonly isPossible: boolean
  readonly onEdit: (row: Row) => void
}

export function CounterTable({ here, isPossible, onEdit }: Props<Resource>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const around = ({ minutesBefore, minutesAfter }: Resource): string => (minutesBefore + minutesAfter === 0 ? t('common.none') : t('hours.place.around', { before: minutesBefore, after: minutesAfter }))
  return (
    <DataTable
      caption={t('hours.place.counters')} isCaptionUnseen className="hours__offer"
      heads={[t('hours.place.name'), t('hours.place.kindLabel'), t('hours.place.servicesHere'), t('hours.place.aroundHead'), t('hours.place.state'), { title: t('hours.lines.act'), isUnseen: true }]}
    >
      {here.resources.map(counter => (
        <tr key={counter.id}>
          <th scope="row">{counter.name}</th>
          <td>{t(`hours.place.kind.${counter.kind}`)}</td>
          <td>{counter.serviceIds.length === 0 ? t('hours.place.all') : listed(here.services.filter(({ id }) => counter.serviceIds.includes(id)).map(({ title }) => title), language)}</td>
          <td>{around(counter)}</td>
          <td><State isActive={counter.active} /></td>
          <td className="hours__act"><Button isDisabled={!isPossible} aria-label={t('hours.lines.changeOf', { line: counter.name })} onPress={() => onEdit(counter)}>{t('hours.lines.change')}</Button></td>
        </tr>
      ))}
    </DataTable>
  )
}

export function ServiceTable({ here, isPossible, onEdit }: Props<AppointmentService>): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('hours.place.services')} isCaptionUnseen className="hours__offer"
      heads={[t('hours.place.name'), { title: t('hours.place.number.minutes'), isNumber: true }, { title: t('hours.place.number.maxPersons'), isNumber: true }, t('hours.place.bookable'), t('hours.place.state'), { title: t('hours.lines.act'), isUnseen: true }]}
    >
      {here.services.map(service => (
        <tr key={service.id}>
          <th scope="row">{service.title}{service.outsideTitle && <span className="hours__title">{t('hours.place.outsideAs', { title: service.outsideTitle })}</span>}{service.bring && <span className="hours__title">{service.bring}</span>}</th>
          <td className="number">{service.minutes}{service.minutesPerFurtherPerson > 0 && ` + ${service.minutesPerFurtherPerson}`}</td>
          <td className="number">{service.maxPersons}</td>
          <td>{service.isPublic ? t('hours.place.window', { minutes: service.leadMinutes, days: service.bookableDays }) : t('hours.place.insideOnly')}</td>
          <td><State isActive={service.active} /></td>
          <td className="hours__act"><Button isDisabled={!isPossible} aria-label={t('hours.lines.changeOf', { line: service.title })} onPress={() => onEdit(service)}>{t('hours.lines.change')}</Button></td>
        </tr>
      ))}
    </DataTable>
  )
}

function State({ isActive }: { readonly isActive: boolean }): ReactElement {
  const { t } = useTranslation()
  return <span className={isActive ? 'status status--good' : 'status'}><Icon name={isActive ? 'checkCircle' : 'pause'} size={16} />{t(isActive ? 'hours.place.active' : 'hours.place.inactive')}</span>
}
