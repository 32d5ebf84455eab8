import { useId, type ReactElement } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { CounterView, QueuedPerson } from './queue.ts'
import { SentOn } from './sent-on.tsx'
import { StepButton } from './step-button.tsx'
import type { Counter } from './use-counter.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { MinutesSince, useNameOf, VisitFacts, Who } from './visit-facts.tsx'

interface Props {
  readonly here: FurnishedPlace
  readonly view: CounterView
  readonly counter: Counter
}

/** Who waits, in the order of calling; any of them can be called. */
export function WaitingPanel({ here, view, counter }: Props): ReactElement {
  const { t } = useTranslation()
  const [titleId, whyId] = [useId(), useId()]
  const part = useKeptFocus<HTMLElement>()
  const why = !counter.isOnline ? t('counter.callOffline') : view.mine.length > 0 ? t('counter.finishFirst') : counter.isCalling ? t('counter.calling') : undefined
  return (
    <section ref={part} className="panel" aria-labelledby={titleId} tabIndex={-1}>
      <header className="panel__head">
        <h2 id={titleId} className="counter__title">{t('counter.waiting', { count: view.waiting.length })}</h2>
        <output className="sr-only">{t('counter.waitingSaid', { count: view.waiting.length })}</output>
        {why && view.waiting.length > 0 && <p id={whyId} className="muted">{why}</p>}
      </header>
      {view.waiting.length === 0 && <p className="panel__empty">{t('counter.nobodyWaits')}</p>}
      <ol className="visits">
        {view.waiting.map(queued => <WaitingLine key={queued.appointment.id} here={here} queued={queued} counter={counter} refusedBy={why && whyId} />)}
      </ol>
    </section>
  )
}

interface LineProps extends Pick<Props, 'here' | 'counter'> {
  readonly queued: QueuedPerson
  readonly refusedBy: string | undefined
}

function WaitingLine({ here, queued: { appointment, ahead, expectedAt, isGivenHere }, counter, refusedBy }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = useNameOf()(appointment)
  const now = useNow()
  return (
    <li className="visit">
      <span className="visit__place" aria-hidden="true">{ahead + 1}</span>
      <div className="visit__what">
        <p className="visit__who"><Who appointment={appointment} /></p>
        <VisitFacts here={here} appointment={appointment} />
        <SentOn here={here} appointment={appointment} own={counter.counterId} />
        {appointment.note && <p className="visit__note">{appointment.note}</p>}
        {!isGivenHere && <p className="muted">{t('counter.notGivenHere')}</p>}
      </div>
      <dl className="visit__times">
        <div><dt>{t('counter.waits')}</dt><dd>{appointment.waitingSince && <MinutesSince since={appointment.waitingSince} />}</dd></div>
        <div><dt>{t('counter.expected')}</dt><dd>{ahead === 0 || Date.parse(expectedAt) <= now ? t('counter.now') : t('counter.about', { time: formatTime(expectedAt, language) })}</dd></div>
      </dl>
      <div className="visit__steps">
        <StepButton label={t('counter.callOne', { name })} refusedBy={refusedBy} onPress={() => counter.call(appointment)}>{t('counter.call')}</StepButton>
        <MoreSteps label={t('counter.moreFor', { name })} onPark={() => counter.step(appointment, 'park')} onMiss={() => counter.step(appointment, 'miss')} />
      </div>
    </li>
  )
}

function MoreSteps({ label, onPark, onMiss }: { readonly label: string; readonly onPark: () => void; readonly onMiss: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <MenuTrigger>
      <Button className="button button--icon visit__more" aria-label={label}><Icon name="down" size={16} /></Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={label}>
          <MenuItem className="menu__item" onAction={onPark}><Icon name="pause" />{t('counter.step.park')}</MenuItem>
          <MenuItem className="menu__item" onAction={onMiss}><Icon name="crossCircle" />{t('counter.step.miss')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
