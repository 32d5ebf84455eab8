import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { germanMoment } from '../../../../shared/german-days.ts'
import type { Vaccination, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatTime, parseClock } from '../../../ui/format.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Station } from './use-station.ts'

interface ReasonProps {
  readonly title: string
  readonly label: string
  readonly confirm: string
  /** What stands there at first. */
  readonly text?: string
  readonly children?: ReactNode
  readonly onSend: (text: string) => void
  readonly onClose: () => void
}

const MOST_LETTERS = 500

/** Asks for a text without which a step is not taken. */
export function ReasonDialog({ title, label, confirm, text: given = '', children, onSend, onClose }: ReasonProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(given)
  const [wasTried, setTried] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const send = (event?: FormEvent): void => {
    event?.preventDefault()
    setTried(true)
    if (text.trim() !== '') onSend(text)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        <TextArea label={label} value={text} maxLength={MOST_LETTERS} isRequired areaRef={area} error={wasTried && text.trim() === '' ? errorSentences(t, { code: 'vaccinations/reason-missing' }).happened : undefined} onChange={setText} onSubmit={send} />
        {children}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface StepProps {
  readonly station: Station
  readonly onClose: () => void
}

/** What happened while they were watched, or why they go earlier; ends the watching. */
export function EventDialog({ visit, station, onClose, onEnded }: StepProps & { readonly visit: Visit; readonly onEnded: () => void }): ReactElement {
  const { t } = useTranslation()
  const send = (event: string): void => station.step('end-observation', { visitId: visit.id, event }, () => {
    onClose()
    onEnded()
  })
  return <ReasonDialog title={t('vaccinations.endObservation')} label={t('vaccinations.event')} confirm={t('vaccinations.endObservation')} onSend={send} onClose={onClose}><p className="callout">{t('vaccinations.eventHint')}</p></ReasonDialog>
}

/** They go without being vaccinated. */
export function LeaveDialog({ visit, reason: known = '', station, onClose, onLeft }: StepProps & { readonly visit: Visit; readonly reason?: string; readonly onLeft: () => void }): ReactElement {
  const { t } = useTranslation()
  const send = (reason: string): void => station.step('leave', { visitId: visit.id, reason }, () => {
    onClose()
    onLeft()
  })
  return <ReasonDialog title={t('vaccinations.leave')} label={t('vaccinations.leaveReason')} confirm={t('vaccinations.leave')} text={known.slice(0, MOST_LETTERS)} onSend={send} onClose={onClose} />
}

/** A suspicion of harm beyond the usual reaction: from now on the 24 hours to report it run. */
export function SuspectDialog({ record, station, onClose }: StepProps & { readonly record: Vaccination }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [began, setBegan] = useState(formatTime(instantFromMs(useNow()), language))
  const clock = parseClock(began)
  const send = (description: string): void => {
    if (!clock) return
    const onsetAt = germanMoment(record.day, clock)
    // The minute of the dose itself began before the dose did.
    station.step('suspect', { vaccinationId: record.id, description, onsetAt: onsetAt < record.at && formatTime(record.at, language) === clock ? record.at : onsetAt }, onClose)
  }
  return (
    <ReasonDialog title={t('vaccinations.suspect')} label={t('vaccinations.suspectWhat')} confirm={t('vaccinations.suspectSave')} onSend={send} onClose={onClose}>
      <TextInput label={t('vaccinations.onset')} value={began} maxLength={5} error={clock ? undefined : t('vaccinations.wrongTime')} onChange={setBegan} />
      <p className="callout">{t('vaccinations.suspectHint')}</p>
    </ReasonDialog>
  )
}
