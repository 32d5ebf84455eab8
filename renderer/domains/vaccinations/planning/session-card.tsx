import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { capacityWords } from './capacity-words.ts'
import { possibleSteps } from './session-lists.ts'
import { useCapacity } from './use-capacity.ts'

export interface SessionActions {
  readonly onChange: (session: VaccinationSession) => void
  readonly onCancel: (session: VaccinationSession) => void
  readonly onStock: (session: VaccinationSession) => void
}

interface Props extends SessionActions {
  readonly session: VaccinationSession
  readonly here: FurnishedPlace
  readonly vaccines: readonly Vaccine[]
  readonly today: string
}

const LOOKS: Readonly<Record<VaccinationSession['status'], readonly [icon: IconName, tone: string]>> = {
  planned: ['calendar', 'new'], open: ['checkCircle', 'good'], closed: ['lock', 'wait'], cancelled: ['crossCircle', 'bad'],
}

export function SessionState({ status }: Pick<VaccinationSession, 'status'>): ReactElement {
  const { t } = useTranslation()
  const [icon, tone] = LOOKS[status]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} />{t(`vaccinations.sessionStatus.${status}`)}</span>
}

/** A session that is to come or goes on: when and where, how full it is, who answers for it, and what can be done. */
export function SessionCard({ session, here, vaccines, today, ...actions }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const capacity = useCapacity(session, here)
  const given = vaccines.filter(({ id }) => session.vaccineIds.includes(id)).map(({ name }) => name).join(', ')
  return (
    <article className="planning__card" aria-labelledby={`session-${session.id}`}>
      <header className="planning__card-head">
        <div>
          <h3 id={`session-${session.id}`} className="planning__card-title">{session.title}</h3>
          <p>{formatWeekday(session.day, language)} {session.day.slice(0, 4)} · {session.startTime}–{session.endTime}</p>
        </div>
        <SessionState status={session.status} />
      </header>
      <p className="planning__capacity">{capacityWords(t, capacity)}</p>
      <dl className="planning__facts">
        <div><dt>{t('planning.answers')}</dt><dd>{session.responsible.name}</dd></div>
        <div><dt>{t('planning.field.vaccines')}</dt><dd>{given || t('common.none')}</dd></div>
        {(session.groups || session.fromAge !== null) && <div><dt>{t('planning.invited')}</dt><dd>{[session.fromAge === null ? '' : t('planning.from', { age: session.fromAge }), session.groups].filter(Boolean).join(' · ')}</dd></div>}
        {session.team.length > 0 && <div><dt>{t('planning.field.team')}</dt><dd>{session.team.map(({ name, task }) => (task ? `${name} (${task})` : name)).join(', ')}</dd></div>}
      </dl>
      <Steps session={session} today={today} {...actions} />
    </article>
  )
}

function Steps({ session, today, onChange, onCancel, onStock }: SessionActions & { readonly session: VaccinationSession; readonly today: string }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useVaccinationCommand('turn-session')
  const isOnline = useStatus()?.connection === 'online'
  const may = possibleSteps(session, today)
  const turn = (to: 'open' | 'closed') => (): void => void run({ sessionId: session.id, to })
  return (
    <div className="row">
      {may.open && <Button kind={session.status === 'planned' ? 'primary' : 'secondary'} icon="check" isDisabled={isRunning} onPress={turn('open')}>{t(session.status === 'closed' ? 'planning.reopen' : 'planning.open')}</Button>}
      <Button icon="list" onPress={() => onStock(session)}>{t('planning.stockAndStandBy')}</Button>
      {may.change && <ActionButton icon="pencil" refusal={isOnline ? undefined : t('planning.onlyOnline')} onPress={() => onChange(session)}>{t('planning.change')}</ActionButton>}
      {may.close && <Button icon="lock" isDisabled={isRunning} onPress={turn('closed')}>{t('planning.close')}</Button>}
      {may.cancel && <Button icon="crossCircle" kind="quiet" onPress={() => onCancel(session)}>{t('planning.cancelSession')}</Button>}
    </div>
  )
}
