import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { Veiled } from '../../people/veiled.tsx'
import type { CounterView } from './queue.ts'
import { RedirectDialog } from './redirect-dialog.tsx'
import { SentOn } from './sent-on.tsx'
import { StepButton } from './step-button.tsx'
import { UndoBar } from './undo-bar.tsx'
import type { Counter, QueueStep } from './use-counter.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { Elapsed, useNameOf, VisitFacts, Who } from './visit-facts.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly own: Resource
  readonly view: CounterView
  readonly counter: Counter
  readonly onChoose: (counterId: string) => void
}

/** The counter of this person: who is there, and the next step as one button that stays in its place. */
export function MyCounter({ here, own, view, counter, onChoose }: Props): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const part = useKeptFocus<HTMLElement>()
  const counters = here.resources.filter(({ active }) => active)
  return (
    <section ref={part} className="mine" aria-labelledby={titleId} tabIndex={-1}>
      <header className="mine__head">
        <h2 id={titleId} className="counter__title">{t('counter.mine')}</h2>
        <Select label={t('counter.which')} items={counters.map(({ id, name }) => ({ id, name }))} value={own.id} onChange={onChoose} />
      </header>
      <Lost here={here} counter={counter} />
      <UndoBar counter={counter} />
      {view.mine.length === 0 && <Free view={view} counter={counter} here={here} />}
      {view.mine.map((appointment, index) => <AtMyCounter key={appointment.id} here={here} view={view} appointment={appointment} counter={counter} isFirst={index === 0} />)}
    </section>
  )
}

function Free({ here, view: { next, waiting }, counter }: Pick<Props, 'here' | 'view' | 'counter'>): ReactElement {
  const { t } = useTranslation()
  const hintId = useId()
  const why = !counter.isOnline ? t('counter.callOffline') : counter.isCalling ? t('counter.calling') : next ? undefined : t(waiting.length > 0 ? 'counter.nobodyForMe' : 'counter.nobodyWaits')
  return (
    <div className="mine__free">
      <div className="mine__big">
        <StepButton kind="primary" icon="people" isPrimary={!counter.isResting} refusedBy={why && hintId} onPress={() => next && counter.call(next)}>{t('counter.callNext')}</StepButton>
      </div>
      {why ? <p id={hintId} className="mine__why">{why}</p> : next && <div className="mine__next"><p className="visit__who"><Who appointment={next} /></p><VisitFacts here={here} appointment={next} /></div>}
    </div>
  )
}

/** What comes next by itself stands first and large; everything else beside it. */
const STEPS: Readonly<Record<'called' | 'serving', { readonly main: QueueStep; readonly others: readonly QueueStep[] }>> = {
  called: { main: 'appear', others: ['miss', 'park'] },
  serving: { main: 'finish', others: ['park'] },
}

const ICONS: Readonly<Record<QueueStep, IconName>> = { arrive: 'check', appear: 'person', finish: 'checkCircle', miss: 'crossCircle', park: 'pause' }

function AtMyCounter({ here, view, appointment, counter, isFirst }: Pick<Props, 'here' | 'view' | 'counter'> & { readonly appointment: ShownAppointment; readonly isFirst: boolean }): ReactElement {
  const { t } = useTranslation()
  const offlineId = useId()
  const [isRedirecting, setRedirecting] = useState(false)
  const { status, note, phone, calledAt, servingSince, callCount, servedBy, servedByName } = appointment
  const { main, others } = STEPS[status === 'serving' ? 'serving' : 'called']
  const me = usePerson().personId
  const since = status === 'serving' ? servingSince : calledAt
  return (
    <article className="mine__visit">
      <div className="mine__line">
        <p className="visit__who visit__who--big"><Who appointment={appointment} /></p>
        <p className="mine__since"><span className={`status status--${status === 'serving' ? 'work' : 'wait'}`}><Icon name={status === 'serving' ? 'person' : 'clock'} size={16} />{t(`appointments.status.${status}`)}</span>{since && <Elapsed since={since} />}</p>
      </div>
      <VisitFacts here={here} appointment={appointment} />
      {servedBy !== me && servedByName && <p className="callout">{t('counter.servedByOther', { name: servedByName })}</p>}
      <SentOn here={here} appointment={appointment} own={counter.counterId} />
      {note && <p className="visit__note"><strong>{t('counter.note')}</strong> {note}</p>}
      {phone && <Veiled key={appointment.id} table="appointments" id={appointment.id}><p className="muted">{t('counter.phone', { phone })}</p></Veiled>}
      <div className="mine__steps">
        <div className="mine__big"><StepButton kind="primary" icon={ICONS[main]} isPrimary={isFirst && !counter.isResting} onPress={() => counter.step(appointment, main)}>{t(`counter.step.${main}`)}</StepButton></div>
        {status === 'called' && <StepButton icon="turn" refusedBy={counter.isOnline ? undefined : offlineId} onPress={() => counter.call(appointment)}>{t('counter.recall', { count: callCount })}</StepButton>}
        {others.map(step => <StepButton key={step} icon={ICONS[step]} onPress={() => counter.step(appointment, step)}>{t(`counter.step.${step}`)}</StepButton>)}
        <StepButton icon="forward" onPress={() => setRedirecting(true)}>{t('counter.redirect')}</StepButton>
      </div>
      {isRedirecting && <RedirectDialog here={here} view={view} appointment={appointment} counter={counter} onClose={() => setRedirecting(false)} />}
      {!counter.isOnline && <p id={offlineId} className="mine__why">{t('counter.callOffline')}</p>}
    </article>
  )
}

/** Somebody else was faster: who and where, and the next person is one press away. */
function Lost({ here, counter: { lost } }: Pick<Props, 'here' | 'counter'>): ReactElement | null {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  if (!lost) return null
  const counterName = here.resources.find(({ id }) => id === lost.counterId)?.name
  const isElsewhere = counterName !== undefined && lost.servedByName !== null
  return (
    <p className="callout" role="alert">
      {isElsewhere ? t('counter.lost', { name: nameOf(lost), clerk: lost.servedByName, counter: counterName }) : t('counter.changed', { name: nameOf(lost), status: t(`appointments.status.${lost.status}`) })}
    </p>
  )
}
