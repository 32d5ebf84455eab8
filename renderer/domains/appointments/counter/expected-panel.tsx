import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { CounterView } from './queue.ts'
import { StepButton } from './step-button.tsx'
import type { Counter } from './use-counter.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { servicesOf } from './visit-facts.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly view: CounterView
  readonly counter: Counter
}

const FIRST_SHOWN = 6

/** Who is booked for today and not here yet: whoever comes to the counter is found by name. */
export function ExpectedPanel({ here, view: { expected }, counter }: Props): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const part = useKeptFocus<HTMLElement>()
  const [text, setText] = useState('')
  const [isWhole, setWhole] = useState(false)
  const wanted = text.trim().toLocaleLowerCase()
  const found = expected.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const shown = isWhole || wanted !== '' ? found : found.slice(0, FIRST_SHOWN)
  return (
    <section ref={part} className="panel" aria-labelledby={titleId} tabIndex={-1}>
      <header className="panel__head"><h2 id={titleId} className="counter__title">{t('counter.booked', { count: expected.length })}</h2></header>
      {expected.length > 0 && <TextInput label={t('counter.findBooked')} value={text} maxLength={120} onChange={setText} />}
      {found.length === 0 && <p className="panel__empty">{t(expected.length === 0 ? 'counter.nobodyBooked' : 'counter.nobodyFound')}</p>}
      <ul className="visits">{shown.map(appointment => <ExpectedLine key={appointment.id} here={here} appointment={appointment} counter={counter} />)}</ul>
      {shown.length < found.length && <Button kind="quiet" icon="down" onPress={() => setWhole(true)}>{t('counter.allBooked', { count: found.length })}</Button>}
    </section>
  )
}

function ExpectedLine({ here, appointment, counter }: Pick<Props, 'here' | 'counter'> & { readonly appointment: ShownAppointment }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const lateMinutes = Math.floor((useNow() - Date.parse(appointment.startsAt)) / 60_000)
  const planned = here.resources.find(({ id }) => id === appointment.resourceId)?.name
  return (
    <li className="visit visit--slim">
      <span className="visit__time">{formatTime(appointment.startsAt, language)}</span>
      <div className="visit__what">
        <p className="visit__name">{appointment.name}</p>
        <p className="visit__facts"><span>{servicesOf(here, appointment)}</span>{planned && <span>{planned}</span>}{appointment.persons > 1 && <span>{t('appointments.persons', { count: appointment.persons })}</span>}</p>
        {lateMinutes > 0 && <p className="soon"><Icon name="clock" size={14} />{t('counter.late', { count: lateMinutes })}</p>}
      </div>
      <div className="visit__steps"><StepButton label={t('counter.arriveOne', { name: appointment.name })} icon="check" onPress={() => counter.step(appointment, 'arrive')}>{t('counter.step.arrive')}</StepButton></div>
    </li>
  )
}
