import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatPlainDay, formatWeekday } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { SignaturesButton } from '../certificate/signatures-button.tsx'
import { useCatalogue, useSessionDay, useVaccinationSessions } from '../queries.ts'
import { sessionFor } from './session-choice.ts'
import { StationDesk } from './station-desk.tsx'
import './station.css'

/** A vaccination day as the team works through it: who is where, and one person after the other. */
export function StationPage(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const sessions = useVaccinationSessions()
  const catalogue = useCatalogue()
  const today = germanDayAt(useNow())
  const [chosen, setChosen] = useState<string>()
  const session = sessions && sessionFor(sessions, today, chosen)
  const day = useSessionDay(session?.id)
  const intro = session && `${session.title} · ${formatWeekday(session.day, language)} · ${session.startTime}–${session.endTime}`
  return (
    <Screen title={t('pages.vaccination')} intro={intro} isWide actions={session && sessions && <div className="station__head"><SignaturesButton key={session.id} records={day?.vaccinations ?? []} /><SessionChoice sessions={sessions} session={session} onChoose={setChosen} /></div>}>
      {(!sessions || !catalogue) && <p className="muted">{t('common.loading')}</p>}
      {sessions && !session && <div className="empty"><Icon name="shield" size={32} /><p>{t('vaccinations.noSession')}</p><p>{t('vaccinations.noSessionHint')}</p></div>}
      {session && catalogue && <StationDesk key={session.id} session={session} catalogue={catalogue} today={today} />}
    </Screen>
  )
}

interface ChoiceProps {
  readonly sessions: readonly VaccinationSession[]
  readonly session: VaccinationSession
  readonly onChoose: (sessionId: string) => void
}

function SessionChoice({ sessions, session, onChoose }: ChoiceProps): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (sessions.length < 2) return null
  const items = sessions.map(({ id, day, title, status }) => ({ id, name: `${formatPlainDay(day, language)} ${title}`, note: t(`vaccinations.sessionStatus.${status}`) }))
  return <Select label={t('vaccinations.session')} items={items} value={session.id} onChange={onChoose} />
}
