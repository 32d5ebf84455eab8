import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { AppointmentService } from '../../../../../shared/domains/appointments/tables.ts'
import { TextArea, TextInput } from '../../../../ui/text-input.tsx'
import { Tick } from '../../../../ui/tick.tsx'
import { usePlaceCommand } from '../../mutations.ts'
import { BookedAhead } from './booked-ahead.tsx'
import { SetupDialog } from './setup-dialog.tsx'
import { useNumbers, type Range } from './use-numbers.ts'

const RANGES = {
  minutes: { least: 5, most: 720 }, minutesPerFurtherPerson: { least: 0, most: 240 }, maxPersons: { least: 1, most: 20 }, leadMinutes: { least: 0, most: 43_200 },
  bookableDays: { least: 1, most: 400 }, position: { least: 0, most: 999 },
} as const
const FIELDS = ['minutes', 'minutesPerFurtherPerson', 'maxPersons', 'leadMinutes', 'bookableDays', 'position'] as const
const FOLLOW_UP: Readonly<Record<'fromDays' | 'toDays', Range>> = { fromDays: { least: 1, most: 400, isOptional: true }, toDays: { least: 1, most: 400, isOptional: true } }
const Content = AppointmentService.omit({ id: true, scope: true, version: true, placeId: true })

/** What people come for: how long it takes, when it can be booked, and what to bring. */
export function ServiceDialog({ service, isNew, onClose }: { readonly service: AppointmentService; readonly isNew: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState({ title: service.title, outsideTitle: service.outsideTitle, bring: service.bring, isPublic: service.isPublic, active: service.active })
  const [isJudged, setJudged] = useState(false)
  const [isWindowWrong, setWindowWrong] = useState(false)
  const numbers = useNumbers(RANGES, service)
  const again = useNumbers(FOLLOW_UP, service.followUp ?? { fromDays: null, toDays: null })
  const { run, isRunning } = usePlaceCommand('set-service')
  const isNameless = draft.title.trim() === ''
  const save = async (): Promise<boolean> => {
    setJudged(true)
    const read = numbers.read()
    const followUp = windowIn(again.read())
    setWindowWrong(followUp === undefined)
    if (!read || isNameless || followUp === undefined) return false
    return run({ placeId: service.placeId, serviceId: service.id, content: Content.parse({ ...draft, title: draft.title.trim(), outsideTitle: draft.outsideTitle.trim(), ...read, followUp }) })
  }
  return (
    <SetupDialog title={t(isNew ? 'hours.place.title.newService' : 'hours.place.title.service')} isRunning={isRunning} onSave={save} onClose={onClose}>
      <TextInput label={t('hours.place.name')} value={draft.title} maxLength={120} isRequired error={isJudged && isNameless ? t('hours.place.nameMissing') : undefined} onChange={title => setDraft({ ...draft, title })} />
      <TextInput label={t('hours.place.outsideTitle')} hint={t('hours.place.outsideTitleHint')} value={draft.outsideTitle} maxLength={120} onChange={outsideTitle => setDraft({ ...draft, outsideTitle })} />
      <TextArea label={t('hours.place.bring')} hint={t('hours.place.bringHint')} value={draft.bring} maxLength={1_000} onChange={bring => setDraft({ ...draft, bring })} />
      <div className="hours__pair">
        {FIELDS.map(key => <TextInput key={key} label={t(`hours.place.number.${key}`)} hint={t(`hours.place.hint.${key}`)} {...numbers.field(key)} />)}
      </div>
      <fieldset className="stack">
        <legend className="field__label">{t('hours.place.followUp')}</legend>
        <p className="muted">{t('hours.place.followUpHint')}</p>
        <div className="hours__pair">
          <TextInput label={t('hours.place.followUpFrom')} {...again.field('fromDays')} />
          <TextInput label={t('hours.place.followUpTo')} {...again.field('toDays')} />
        </div>
        {isWindowWrong && <p className="field__hint field__hint--error" role="alert">{t('hours.place.followUpWrong')}</p>}
      </fieldset>
      <Tick label={t('hours.place.isPublic')} isOn={draft.isPublic} onChange={isPublic => setDraft({ ...draft, isPublic })} />
      <Tick label={t('hours.place.serviceActive')} isOn={draft.active} onChange={active => setDraft({ ...draft, active })} />
      {!isNew && <BookedAhead placeId={service.placeId} text="service" isMeant={({ serviceIds }) => serviceIds.includes(service.id)} />}
    </SetupDialog>
  )
}

type Window = NonNullable<AppointmentService['followUp']>

/** Both ends, in order, or neither; undefined for anything else. */
function windowIn(read: { readonly fromDays: number | null; readonly toDays: number | null } | undefined): Window | null | undefined {
  if (!read) return undefined
  const { fromDays, toDays } = read
  if (fromDays === null && toDays === null) return null
  return fromDays !== null && toDays !== null && fromDays <= toDays ? { fromDays, toDays } : undefined
}
