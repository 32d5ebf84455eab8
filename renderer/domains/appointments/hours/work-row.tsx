import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { Appointment, OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatTime, formatWeekday } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { Veiled } from '../../people/veiled.tsx'
import { OtherTime } from './other-time.tsx'
import type { RowResult } from './use-carry-out.ts'
import type { Messages } from './use-messages.ts'
import { choiceFor, samePlace, type Choice, type Choices, type Place } from './work-plan.ts'

interface Props {
  readonly row: StrandedAppointment
  readonly rows: readonly StrandedAppointment[]
  readonly choices: Choices
  readonly here: FurnishedPlace
  readonly after: readonly OpeningHours[]
  readonly messages: Messages
  readonly result: RowResult | undefined
  readonly isLocked: boolean
  readonly onChoose: (choice: Choice) => void
}

/** One appointment for which nobody would be there: who it is, what shall become of it, and what they are told. */
export function WorkRow(props: Props): ReactElement {
  const { t } = useTranslation()
  const { row: { appointment }, row, choices, here, messages, result, isLocked } = props
  const choice = choiceFor(choices, row)
  const message = messages.of(appointment, choice)
  const when = useWhen(here)
  const isOver = result?.kind === 'done' || result?.kind === 'saved'
  const services = here.services.filter(({ id }) => appointment.serviceIds.includes(id)).map(({ title }) => title).join(', ')
  return (
    <li className={isOver ? 'work__row work__row--over' : 'work__row'} aria-label={appointment.name}>
      <div className="work__who">
        <strong>{appointment.name}</strong>
        <span><span className="muted">{t('hours.work.before')} </span>{when(appointment)}</span>
        <span className="muted">{services}, {t('appointments.persons', { count: appointment.persons })}</span>
        <Reach appointment={appointment} />
      </div>
      <div className="work__choice">
        {isOver ? <p>{choice.act === 'move' ? t('hours.work.movedTo', { when: when(choice.to) }) : t('hours.work.cancelled')}</p> : <Choose {...props} choice={choice} isLocked={isLocked} />}
      </div>
      <div className="work__told">
        {result && <Result result={result} />}
        {message && (
          <details>
            <summary>{t('hours.work.message')}</summary>
            <p className="work__message">{message}</p>
            <CopyButton text={message} label={t('hours.work.copy')} />
          </details>
        )}
      </div>
    </li>
  )
}

/** `Dienstag, 24. November, 15:30 · Schalter 2` */
function useWhen({ resources }: FurnishedPlace): (place: Pick<Place, 'startsAt'> & { readonly resourceId: string | null }) => string {
  const language = useLanguage()
  return ({ startsAt, resourceId }) =>
    [`${formatWeekday(germanDay(startsAt), language)}, ${formatTime(startsAt, language)}`, resources.find(({ id }) => id === resourceId)?.name].filter(Boolean).join(' · ')
}

/** How the person learns of it: by themselves where there is an address, else somebody has to call. */
function Reach({ appointment: { id, email, phone } }: { readonly appointment: Appointment }): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecrets()(id)
  if (email) return <span className="work__reach"><Icon name="mail" size={16} />{t('hours.work.byEmail', { email: isSecret ? t('calendar.keptEmail') : email })}</span>
  if (phone && isSecret) return <Veiled key={id} table="appointments" id={id}>{t('hours.work.byPhone', { phone })}</Veiled>
  if (phone) return <span className="work__reach work__reach--call"><Icon name="warning" size={16} />{t('hours.work.byPhone', { phone })}</span>
  return <span className="work__reach work__reach--call"><Icon name="warning" size={16} />{t('hours.work.noContact')}</span>
}

function Choose({ row, rows, choices, choice, here, after, isLocked, onChoose }: Props & { readonly choice: Choice }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen(here)
  const { appointment, proposal } = row
  const isProposal = choice.act === 'move' && proposal !== null && samePlace(choice.to, proposal)
  const [isOther, setOther] = useState(choice.act === 'move' && !isProposal)
  const value = isOther ? 'other' : choice.act === 'move' ? 'proposal' : choice.act
  const choose = (next: string): void => {
    setOther(next === 'other')
    if (next === 'proposal' && proposal) onChoose({ act: 'move', to: proposal })
    else if (next === 'cancel') onChoose({ act: 'cancel' })
    // Until another time is chosen the appointment stays as it is.
    else onChoose({ act: 'leave' })
  }
  return (
    <>
      <select className="input" aria-label={t('hours.work.chooseFor', { name: appointment.name })} value={value} disabled={isLocked} onChange={event => choose(event.target.value)}>
        {proposal && <option value="proposal">{t('hours.work.act.proposal', { when: when(proposal) })}</option>}
        <option value="other">{t('hours.work.act.other')}</option>
        <option value="cancel">{t('hours.work.act.cancel')}</option>
        <option value="leave">{t('hours.work.act.leave')}</option>
      </select>
      {!proposal && value === 'leave' && <p className="field__hint">{t('hours.work.noProposal')}</p>}
      {isOther && <OtherTime appointment={appointment} rows={rows} choices={choices} here={here} after={after} choice={choice} isLocked={isLocked} nameOf={when} onChoose={to => onChoose({ act: 'move', to })} />}
    </>
  )
}

const ICONS: Readonly<Record<RowResult['kind'], IconName>> = { running: 'hourglass', done: 'checkCircle', saved: 'cloudWait', left: 'info', refused: 'warning' }
const MARKS: Readonly<Record<RowResult['kind'], string>> = { running: 'status', done: 'status status--good', saved: 'status status--wait', left: 'status', refused: 'status status--bad' }

function Result({ result }: { readonly result: RowResult }): ReactElement {
  const { t } = useTranslation()
  const said = result.kind === 'refused' ? errorSentences(t, result.refusal) : undefined
  return (
    <div className="work__result">
      <span className={MARKS[result.kind]}><Icon name={ICONS[result.kind]} size={16} /><span>{t(`hours.work.result.${result.kind}`)}</span></span>
      {said && <p>{said.happened} {said.todo}</p>}
    </div>
  )
}
