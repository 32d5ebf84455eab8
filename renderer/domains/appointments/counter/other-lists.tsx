import { useId, type ReactElement } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { CounterView, OtherCounter } from './queue.ts'
import { StepButton } from './step-button.tsx'
import type { Counter } from './use-counter.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { servicesOf, useNameOf, VisitFacts, Who } from './visit-facts.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly view: CounterView
  readonly counter: Counter
}

/** Who went away for a while and comes back today. They are called by hand alone. */
export function ParkedPanel({ here, view, counter }: Props): ReactElement | null {
  const { t } = useTranslation()
  const titleId = useId()
  const part = useKeptFocus<HTMLElement>()
  return (
    <section ref={part} className="panel" aria-labelledby={titleId} tabIndex={-1} hidden={view.parked.length === 0}>
      <header className="panel__head"><h2 id={titleId} className="counter__title">{t('counter.parked', { count: view.parked.length })}</h2></header>
      <ul className="visits">{view.parked.map(appointment => <RecallLine key={appointment.id} here={here} view={view} appointment={appointment} counter={counter} />)}</ul>
    </section>
  )
}

/** Who was here or should have been; folded, so that nobody is called again by mistake. */
export function GonePanel({ here, view, counter }: Props): ReactElement | null {
  const { t } = useTranslation()
  const part = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={part} className="panel" tabIndex={-1} hidden={view.gone.length === 0}>
      <Disclosure className="gone">
        <Heading level={2} className="counter__title"><Button slot="trigger" className="gone__open"><Icon name="down" size={16} />{t('counter.gone', { count: view.gone.length })}</Button></Heading>
        <DisclosurePanel>
          <ul className="visits">
            {view.gone.map(appointment => (appointment.status === 'missed'
              ? <RecallLine key={appointment.id} here={here} view={view} appointment={appointment} counter={counter} />
              : <DoneLine key={appointment.id} here={here} appointment={appointment} />))}
          </ul>
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}

function RecallLine({ here, view, appointment, counter }: Props & { readonly appointment: ShownAppointment }): ReactElement {
  const { t } = useTranslation()
  const whyId = useId()
  const name = useNameOf()(appointment)
  const why = !counter.isOnline ? t('counter.callOffline') : view.mine.length > 0 ? t('counter.finishFirst') : undefined
  return (
    <li className="visit visit--slim">
      <Icon name={appointment.status === 'missed' ? 'crossCircle' : 'pause'} size={16} />
      <div className="visit__what">
        <p className="visit__who"><Who appointment={appointment} /></p>
        {appointment.status === 'missed' && <p className="muted">{t('appointments.status.missed')}</p>}
        <VisitFacts here={here} appointment={appointment} />
      </div>
      <div className="visit__steps">
        <StepButton label={t('counter.callAgainOne', { name })} refusedBy={why && whyId} onPress={() => counter.call(appointment)}>{t('counter.callAgain')}</StepButton>
        {why && <span id={whyId} hidden>{why}</span>}
        {appointment.status === 'missed' && <StepButton label={t('counter.arriveOne', { name })} kind="quiet" onPress={() => counter.step(appointment, 'arrive')}>{t('counter.step.arrive')}</StepButton>}
      </div>
    </li>
  )
}

function DoneLine({ here, appointment }: Pick<Props, 'here'> & { readonly appointment: ShownAppointment }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { endedAt, servedByName } = appointment
  return (
    <li className="visit visit--slim">
      <Icon name="checkCircle" size={16} />
      <div className="visit__what">
        <p className="visit__who"><Who appointment={appointment} /></p>
        <p className="visit__facts"><span>{t('appointments.status.finished')}{endedAt && `, ${formatTime(endedAt, language)}`}</span><span>{servicesOf(here, appointment)}</span>{servedByName && <span>{servedByName}</span>}</p>
      </div>
    </li>
  )
}

/** The other counters at a glance: who is there, and whom they serve. */
export function OthersPanel({ view: { others } }: Pick<Props, 'view'>): ReactElement | null {
  const { t } = useTranslation()
  const titleId = useId()
  if (others.length === 0) return null
  return (
    <section className="panel" aria-labelledby={titleId}>
      <header className="panel__head"><h2 id={titleId} className="counter__title">{t('counter.others')}</h2></header>
      <ul className="visits">{others.map(other => <OtherLine key={other.counter.id} other={other} />)}</ul>
    </section>
  )
}

function OtherLine({ other: { counter, serving: [first] } }: { readonly other: OtherCounter }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  return (
    <li className="other">
      <span className="other__name">{counter.name}</span>
      {first
        ? <span className="other__who"><span className={`status status--${first.status === 'serving' ? 'work' : 'wait'}`}><Icon name={first.status === 'serving' ? 'person' : 'clock'} size={16} />{t(`appointments.status.${first.status}`)}</span><span>{nameOf(first)}</span>{first.servedByName && <span className="muted">{first.servedByName}</span>}</span>
        : <span className="muted">{t('counter.free')}</span>}
    </li>
  )
}
