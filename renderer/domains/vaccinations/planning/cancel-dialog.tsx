import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay, formatTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { OpenerButton } from '../opener-button.tsx'
import { ToWorkList } from './to-work-list.tsx'
import { useStrandedBy } from './use-stranded-by.ts'

interface Props {
  readonly session: VaccinationSession
  readonly onClose: () => void
}

/** Cancels a session and names those who booked a time in it: nobody hears of it by itself. */
export function CancelDialog({ session, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { run, isRunning } = useVaccinationCommand('turn-session')
  const known = useStrandedBy(session, null)
  // Once it is cancelled nobody is left standing by it any more: the list stays as it was.
  const [told, setTold] = useState<readonly StrandedAppointment[]>()
  const stranded = told ?? known
  const cancel = async (): Promise<void> => {
    if (!(await run({ sessionId: session.id, to: 'cancelled' }))) return
    if (stranded && stranded.length > 0) setTold(stranded)
    else onClose()
  }
  const day = formatPlainDay(session.day, language)
  return (
    <Dialog title={t('planning.cancelTitle', { title: session.title, day })} isOpen onClose={onClose}>
      <output><WhatHappens stranded={stranded} isDone={told !== undefined} /></output>
      {stranded && stranded.length > 0 && <StrandedList stranded={stranded} />}
      <DialogActions>
        {told && <ToWorkList placeId={session.placeId} scope={session.scope} />}
        <OpenerButton hasFocus={told !== undefined} onPress={onClose}>{t(told ? 'common.close' : 'planning.keepSession')}</OpenerButton>
        {!told && <Button kind="danger" isDisabled={isRunning || !stranded} onPress={() => void cancel()}>{t('planning.cancelSession')}</Button>}
      </DialogActions>
    </Dialog>
  )
}

/** Whom it will leave standing, or has. */
function WhatHappens({ stranded, isDone }: { readonly stranded: readonly StrandedAppointment[] | undefined; readonly isDone: boolean }): ReactElement {
  const { t } = useTranslation()
  if (!stranded) return <p className="muted">{t('common.loading')}</p>
  if (stranded.length === 0) return <p>{t('planning.cancelNobody')}</p>
  return <p className="callout">{t(isDone ? 'planning.cancelledLeaves' : 'planning.cancelLeaves', { count: stranded.length })}</p>
}

function StrandedList({ stranded }: { readonly stranded: readonly StrandedAppointment[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="planning__stranded" aria-label={t('planning.strandedList')}>
      {stranded.map(({ appointment: { id, startsAt, name, phone, email } }) => (
        <li key={id}><span>{formatTime(startsAt, language)}</span><strong>{name || t('common.none')}</strong><span className="muted">{phone ?? email ?? t('planning.noContact')}</span></li>
      ))}
    </ul>
  )
}
