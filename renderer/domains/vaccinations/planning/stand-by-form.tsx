import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { EMPTY_STAND_BY, readStandBy, type StandByDraft, type StandByProblem } from './stand-by-draft.ts'

/** Puts people on the stand-by list, one after the other: the fields stay for the next one. */
export function StandByForm({ session, onClose }: { readonly session: VaccinationSession; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<StandByDraft>(EMPTY_STAND_BY)
  const [isJudged, setJudged] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning } = useVaccinationCommand('set-stand-by')
  const { entry, problem } = readStandBy(draft, Number(germanDayAt(useNow()).slice(0, 4)))
  const wrong = (code: StandByProblem): string | undefined => (isJudged && problem === code ? t(`planning.standByProblem.${code}`) : undefined)
  const change = (part: Partial<StandByDraft>): void => setDraft({ ...draft, ...part })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (!entry || isRunning || !(await run({ sessionId: session.id, entry: { ...entry, id: crypto.randomUUID() } }))) return
    setDraft(EMPTY_STAND_BY)
    setJudged(false)
    first.current?.focus()
  }
  return (
    <form noValidate className="planning__form" onSubmit={event => void send(event)}>
      <div className="planning__pair">
        <TextInput label={t('planning.name')} inputRef={first} value={draft.name} maxLength={160} isRequired error={wrong('name')} onChange={name => change({ name })} />
        <TextInput label={t('planning.phone')} value={draft.phone} maxLength={40} isRequired error={wrong('phone')} onChange={phone => change({ phone })} />
        <TextInput label={t('planning.minutesAway')} value={draft.minutesAway} maxLength={3} isRequired error={wrong('minutes')} onChange={minutesAway => change({ minutesAway })} />
        <TextInput label={t('planning.birthYear')} value={draft.birthYear} maxLength={4} error={wrong('year')} onChange={birthYear => change({ birthYear })} />
        <TextInput label={t('planning.note')} value={draft.note} maxLength={300} onChange={note => change({ note })} />
      </div>
      <div className="row row--end">
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning}>{t('planning.saveStandBy')}</Button>
      </div>
    </form>
  )
}
