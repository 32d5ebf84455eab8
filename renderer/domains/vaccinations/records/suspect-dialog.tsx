import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt, germanMoment } from '../../../../shared/german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay, formatTime, parseClock, parseDay } from '../../../ui/format.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'

interface Props {
  readonly record: Vaccination
  readonly onClose: () => void
}

/** A suspicion of harm that comes to light days later: what, and since when. From now on the 24 hours to report it run. */
export function SuspectDialog({ record, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const [what, setWhat] = useState('')
  const [day, setDay] = useState(formatPlainDay(germanDayAt(now), language))
  const [clock, setClock] = useState(formatTime(instantFromMs(now), language))
  const [wasTried, setTried] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const { run, isRunning } = useVaccinationCommand('suspect')
  const onsetAt = onsetOf(day, clock, record)
  const wrongOnset = onsetAt && onsetAt <= instantFromMs(now) && onsetAt >= record.at ? undefined : errorSentences(t, { code: 'vaccinations/wrong-onset' }).happened
  const send = async (): Promise<void> => {
    setTried(true)
    if (what.trim() !== '' && onsetAt && !wrongOnset && !isRunning && (await run({ vaccinationId: record.id, description: what, onsetAt }))) onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog title={t('vaccinations.suspect')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={submit}>
        <TextArea label={t('vaccinations.suspectWhat')} value={what} maxLength={4_000} isRequired areaRef={area} error={wasTried && what.trim() === '' ? errorSentences(t, { code: 'vaccinations/reason-missing' }).happened : undefined} onChange={setWhat} onSubmit={() => void send()} />
        <div className="records__who">
          <TextInput label={t('vaccinationRecords.onsetDay')} value={day} maxLength={10} error={wasTried ? wrongOnset : undefined} onChange={setDay} />
          <TextInput label={t('vaccinations.onset')} value={clock} maxLength={5} onChange={setClock} />
        </div>
        <p className="callout">{t('vaccinations.suspectHint')}</p>
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('vaccinations.suspectSave')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The minute of the dose itself began before the dose did. */
function onsetOf(typedDay: string, typedClock: string, record: Vaccination): Instant | undefined {
  const day = parseDay(typedDay)
  const clock = parseClock(typedClock)
  if (!day || !clock) return undefined
  const onset = germanMoment(day, clock)
  return onset < record.at && msOf(record.at) - msOf(onset) < 60_000 ? record.at : onset
}
