import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { SessionId } from '../../../../shared/ids.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useVaccinationSessions, type Catalogue } from '../queries.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { PastSessions } from './past-sessions.tsx'
import { SessionCard, type SessionActions } from './session-card.tsx'
import { SessionDialog } from './session-dialog.tsx'
import { sessionLists } from './session-lists.ts'
import { SuppliesDialog } from './supplies-dialog.tsx'

type Shown = { readonly kind: 'new' } | { readonly kind: 'change' | 'cancel' | 'stock'; readonly sessionId: SessionId }

interface Props {
  readonly here: FurnishedPlace
  readonly catalogue: Catalogue
}

/** The sessions of a place: today's, those to come and those that are over. */
export function SessionsPanel({ here, catalogue }: Props): ReactElement {
  const { t } = useTranslation()
  const sessions = useVaccinationSessions()
  const today = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const [shown, setShown] = useState<Shown>()
  const actions: SessionActions = {
    onChange: ({ id }) => setShown({ kind: 'change', sessionId: id }), onCancel: ({ id }) => setShown({ kind: 'cancel', sessionId: id }), onStock: ({ id }) => setShown({ kind: 'stock', sessionId: id }),
  }
  if (!sessions) return <p className="muted">{t('common.loading')}</p>
  const lists = sessionLists(sessions, here.place.id, today)
  const isEmpty = Object.values(lists).every(list => list.length === 0)
  const vaccines = catalogue.vaccines.filter(({ scope }) => scope === here.place.scope)
  return (
    <>
      <div className="planning__bar">
        <ActionButton kind="primary" icon="plus" isPrimary refusal={whyNot(isOnline, vaccines.length > 0, t)} onPress={() => setShown({ kind: 'new' })}>{t('planning.newSession')}</ActionButton>
      </div>
      {isEmpty && <div className="empty"><Icon name="calendar" size={32} /><p>{t('planning.noSessions')}</p><p>{t('planning.noSessionsHint')}</p></div>}
      <Cards title={t('planning.today')} sessions={lists.today} here={here} vaccines={vaccines} today={today} actions={actions} />
      <Cards title={t('planning.ahead')} sessions={lists.ahead} here={here} vaccines={vaccines} today={today} actions={actions} />
      {lists.past.length > 0 && <PastSessions sessions={lists.past} today={today} onStock={actions.onStock} onCancel={actions.onCancel} />}
      <Window shown={shown} sessions={sessions} here={here} catalogue={catalogue} vaccines={vaccines} onClose={() => setShown(undefined)} />
    </>
  )
}

const whyNot = (isOnline: boolean, hasVaccines: boolean, t: TFunction): string | undefined =>
  (!isOnline ? t('planning.onlyOnline') : hasVaccines ? undefined : t('planning.firstVaccines'))

interface CardsProps {
  readonly title: string
  readonly sessions: readonly VaccinationSession[]
  readonly here: FurnishedPlace
  readonly vaccines: readonly Vaccine[]
  readonly today: string
  readonly actions: SessionActions
}

function Cards({ title, sessions, actions, ...rest }: CardsProps): ReactElement | null {
  if (sessions.length === 0) return null
  return (
    <section className="planning__part">
      <h2 className="panel__title">{title}</h2>
      {sessions.map(session => <SessionCard key={session.id} session={session} {...rest} {...actions} />)}
    </section>
  )
}

interface WindowProps extends Props {
  readonly shown: Shown | undefined
  readonly sessions: readonly VaccinationSession[]
  readonly vaccines: readonly Vaccine[]
  readonly onClose: () => void
}

function Window({ shown, sessions, here, catalogue, vaccines, onClose }: WindowProps): ReactElement | null {
  if (!shown) return null
  if (shown.kind === 'new') return <SessionDialog here={here} vaccines={vaccines} session={undefined} onClose={onClose} />
  const session = sessions.find(({ id }) => id === shown.sessionId)
  if (!session) return null
  if (shown.kind === 'change') return <SessionDialog here={here} vaccines={vaccines} session={session} onClose={onClose} />
  if (shown.kind === 'cancel') return <CancelDialog session={session} onClose={onClose} />
  return <SuppliesDialog session={session} catalogue={catalogue} onClose={onClose} />
}
