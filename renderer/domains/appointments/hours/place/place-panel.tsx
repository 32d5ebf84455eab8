import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../../shared/contract/appointments.ts'
import type { AppointmentService, Resource } from '../../../../../shared/domains/appointments/tables.ts'
import { Button } from '../../../../ui/button.tsx'
import { DisplayLink } from '../../display/display-link.tsx'
import { useWhyNot } from '../use-why-not.ts'
import { CounterDialog } from './counter-dialog.tsx'
import { CounterTable, ServiceTable } from './offer-tables.tsx'
import { newCounter, newService } from './new-rows.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { PlaceFacts } from './place-facts.tsx'
import { ServiceDialog } from './service-dialog.tsx'

type Opened =
  | { readonly kind: 'place' }
  | { readonly kind: 'counter'; readonly counter: Resource; readonly isNew: boolean }
  | { readonly kind: 'service'; readonly service: AppointmentService; readonly isNew: boolean }

/** The place, its counters and its services. Nothing is deleted here: what was booked keeps what it rests on. */
export function PlacePanel({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const whyNot = useWhyNot(here)
  const isPossible = whyNot === undefined
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  return (
    <>
      {whyNot && <p className="callout">{whyNot}</p>}
      <section className="hours__part" aria-labelledby="place-facts">
        <div className="hours__head">
          <h2 id="place-facts" className="panel__title">{here.place.name}</h2>
          <Button icon="pencil" isDisabled={!isPossible} onPress={() => setOpened({ kind: 'place' })}>{t('hours.place.change')}</Button>
        </div>
        <PlaceFacts place={here.place} />
      </section>
      <section className="hours__part" aria-labelledby="place-counters">
        <div className="hours__head">
          <h2 id="place-counters" className="panel__title">{t('hours.place.counters')}</h2>
          <Button icon="plus" isDisabled={!isPossible} onPress={() => setOpened({ kind: 'counter', counter: newCounter(here, crypto.randomUUID()), isNew: true })}>{t('hours.place.addCounter')}</Button>
        </div>
        <CounterTable here={here} isPossible={isPossible} onEdit={counter => setOpened({ kind: 'counter', counter, isNew: false })} />
      </section>
      <section className="hours__part" aria-labelledby="place-services">
        <div className="hours__head">
          <h2 id="place-services" className="panel__title">{t('hours.place.services')}</h2>
          <Button icon="plus" isDisabled={!isPossible} onPress={() => setOpened({ kind: 'service', service: newService(here, crypto.randomUUID()), isNew: true })}>{t('hours.place.addService')}</Button>
        </div>
        <ServiceTable here={here} isPossible={isPossible} onEdit={service => setOpened({ kind: 'service', service, isNew: false })} />
      </section>
      <DisplayLink here={here} />
      {opened?.kind === 'place' && <PlaceDialog place={here.place} onClose={close} />}
      {opened?.kind === 'counter' && <CounterDialog here={here} counter={opened.counter} isNew={opened.isNew} onClose={close} />}
      {opened?.kind === 'service' && <ServiceDialog service={opened.service} isNew={opened.isNew} onClose={close} />}
    </>
  )
}
