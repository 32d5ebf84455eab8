import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Place } from '../../../../../shared/domains/appointments/tables.ts'
import { departmentOf, isHealthScope } from '../../../../../shared/scope.ts'
import { TextArea, TextInput } from '../../../../ui/text-input.tsx'
import { Tick } from '../../../../ui/tick.tsx'
import { usePlaceCommand } from '../../mutations.ts'
import { SetupDialog } from './setup-dialog.tsx'
import { useNumbers } from './use-numbers.ts'

const RANGES = {
  holdMinutes: { least: 1, most: 60 }, changeUntilMinutes: { least: 0, most: 43_200 }, maxPerEmail: { least: 1, most: 50, isOptional: true },
  remindHoursBefore: { least: 1, most: 336, isOptional: true }, keepDays: { least: 1, most: 3_650 },
} as const
const FIELDS = ['holdMinutes', 'changeUntilMinutes', 'maxPerEmail', 'remindHoursBefore', 'keepDays'] as const

const Content = Place.omit({ id: true, scope: true, version: true })

/** What is said about a place, and by which rules citizens book there. */
export function PlaceDialog({ place, onClose }: { readonly place: Place; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState({ name: place.name, address: place.address, directions: place.directions, active: place.active })
  const [isJudged, setJudged] = useState(false)
  const numbers = useNumbers(RANGES, place)
  const { run, isRunning } = usePlaceCommand('set')
  const save = async (): Promise<boolean> => {
    setJudged(true)
    const read = numbers.read()
    const departmentId = departmentOf(place.scope)
    if (!read || !departmentId || words.name.trim() === '') return false
    return run({ placeId: place.id, departmentId, isHealth: isHealthScope(place.scope), content: Content.parse({ ...words, name: words.name.trim(), ...read, position: place.position }) })
  }
  return (
    <SetupDialog title={t('hours.place.title.place')} isRunning={isRunning} onSave={save} onClose={onClose}>
      <TextInput label={t('hours.place.name')} value={words.name} maxLength={120} isRequired error={isJudged && words.name.trim() === '' ? t('hours.place.nameMissing') : undefined} onChange={name => setWords({ ...words, name })} />
      <TextInput label={t('hours.place.address')} value={words.address} maxLength={300} onChange={address => setWords({ ...words, address })} />
      <TextArea label={t('hours.place.directions')} hint={t('hours.place.directionsHint')} value={words.directions} maxLength={1_000} onChange={directions => setWords({ ...words, directions })} />
      <div className="hours__pair">
        {FIELDS.map(key => <TextInput key={key} label={t(`hours.place.number.${key}`)} hint={t(`hours.place.hint.${key}`)} {...numbers.field(key)} />)}
      </div>
      <Tick label={t('hours.place.placeActive')} isOn={words.active} onChange={active => setWords({ ...words, active })} />
    </SetupDialog>
  )
}
