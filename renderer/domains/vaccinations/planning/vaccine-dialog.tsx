import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { VaccineId, type PlaceId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { DiseasePicker } from './disease-picker.tsx'
import { useFirstWrong } from './use-first-wrong.ts'
import { EMPTY_VACCINE, readVaccine, vaccineDraftOf, type VaccineDraft, type VaccineField } from './vaccine-draft.ts'

interface Props {
  readonly placeId: PlaceId
  /** Undefined for a new one. */
  readonly vaccine: Vaccine | undefined
  /** All products of the place. */
  readonly vaccines: readonly Vaccine[]
  readonly onClose: () => void
}

/** A product of the catalogue. */
export function VaccineDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog size="large" title={t(props.vaccine ? 'planning.vaccine.change' : 'planning.vaccine.add')} isOpen onClose={props.onClose}><VaccineForm {...props} /></Dialog>
}

function VaccineForm({ placeId, vaccine, vaccines, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<VaccineDraft>(vaccine ? vaccineDraftOf(vaccine) : EMPTY_VACCINE)
  const [isJudged, setJudged] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const { form, goThere } = useFirstWrong()
  const { run, isRunning } = useVaccinationCommand('set-vaccine')
  const isOnline = useStatus()?.connection === 'online'
  const { content, problems } = readVaccine(draft, vaccines.filter(({ id }) => id !== vaccine?.id))
  const change = (part: Partial<VaccineDraft>): void => setDraft({ ...draft, ...part })
  const wrong = (field: VaccineField): string | undefined => {
    const problem = problems[field]
    return isJudged && problem ? t(`planning.vaccineProblem.${problem}`) : undefined
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (!content) goThere()
    if (content && isOnline && !isRunning && (await run({ placeId, vaccineId: vaccine?.id ?? VaccineId.parse(crypto.randomUUID()), content }))) onClose()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('planning.onlyOnline')}</p>}
      <div className="planning__pair">
        <TextInput inputRef={first} label={t('planning.vaccine.name')} value={draft.name} maxLength={160} isRequired error={wrong('name')} onChange={name => change({ name })} />
        <TextInput label={t('planning.vaccine.manufacturer')} value={draft.manufacturer} maxLength={160} onChange={manufacturer => change({ manufacturer })} />
      </div>
      <DiseasePicker diseases={draft.diseases} inUse={vaccines.flatMap(({ diseases }) => diseases)} error={wrong('diseases')} onChange={diseases => change({ diseases })} />
      <Tick label={t('planning.vaccine.isLive')} isOn={draft.isLive} onChange={isLive => change({ isLive })} />
      <div className="planning__pair">
        <TextInput label={t('planning.vaccine.pzns')} hint={t('planning.vaccine.numbersHint')} value={draft.pzns} maxLength={240} error={wrong('pzns')} onChange={pzns => change({ pzns })} />
        <TextInput label={t('planning.vaccine.gtins')} hint={t('planning.vaccine.gtinsHint')} value={draft.gtins} maxLength={400} error={wrong('gtins')} onChange={gtins => change({ gtins })} />
        <TextInput label={t('planning.vaccine.atc')} value={draft.atc} maxLength={10} error={wrong('atc')} onChange={atc => change({ atc })} />
        <TextInput label={t('planning.vaccine.snomed')} hint={t('planning.vaccine.snomedHint')} value={draft.snomed} maxLength={18} error={wrong('snomed')} onChange={snomed => change({ snomed })} />
        <TextInput label={t('planning.vaccine.observeMinutes')} value={draft.observeMinutes} maxLength={3} isRequired error={wrong('observeMinutes')} onChange={observeMinutes => change({ observeMinutes })} />
      </div>
      <Tick label={t('planning.vaccine.active')} isOn={draft.active} onChange={active => change({ active })} />
      {isJudged && !content && <p role="alert" className="field__hint field__hint--error">{t('planning.incomplete')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || !isOnline}>{t('planning.vaccine.save')}</Button>
      </DialogActions>
    </form>
  )
}
