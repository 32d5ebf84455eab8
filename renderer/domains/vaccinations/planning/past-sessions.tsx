import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { SessionState, type SessionActions } from './session-card.tsx'
import { possibleSteps } from './session-lists.ts'

interface Props extends Pick<SessionActions, 'onStock' | 'onCancel'> {
  readonly sessions: readonly VaccinationSession[]
  readonly today: string
}

/** What is over takes a line each. One that nobody closed in the evening, or that never took place, can still be brought to its end. */
export function PastSessions({ sessions, ...rest }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="planning__part" aria-labelledby="past-sessions">
      <h2 id="past-sessions" className="panel__title">{t('planning.past')}</h2>
      <DataTable caption={t('planning.past')} isCaptionUnseen isStackable heads={[t('planning.field.day'), t('planning.field.title'), t('planning.answers'), t('planning.state'), { title: t('planning.act'), isUnseen: true }]}>
        {sessions.map(session => <PastRow key={session.id} session={session} {...rest} />)}
      </DataTable>
    </section>
  )
}

function PastRow({ session, today, onStock, onCancel }: Omit<Props, 'sessions'> & { readonly session: VaccinationSession }): ReactElement {
  const { t } = useTranslation()
  const day = formatPlainDay(session.day, useLanguage())
  const { run, isRunning } = useVaccinationCommand('turn-session')
  const may = possibleSteps(session, today)
  const about = { title: session.title, day }
  return (
    <tr>
      <th scope="row">{day}, {session.startTime}–{session.endTime}</th>
      <td>{session.title}</td>
      <td>{session.responsible.name}</td>
      <td><SessionState status={session.status} /></td>
      <td className="planning__act">
        {may.close && <Button icon="lock" isDisabled={isRunning} aria-label={t('planning.closeOf', about)} onPress={() => void run({ sessionId: session.id, to: 'closed' })}>{t('planning.close')}</Button>}
        {may.cancel && <Button aria-label={t('planning.cancelTitle', about)} onPress={() => onCancel(session)}>{t('planning.cancelSession')}</Button>}
        <Button kind="quiet" aria-label={t('planning.stockOf', about)} onPress={() => onStock(session)}>{t('planning.stock')}</Button>
      </td>
    </tr>
  )
}
