import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../../shared/contract/appointments.ts'
import { Resource } from '../../../../../shared/domains/appointments/tables.ts'
import { Few } from '../../../../ui/schema-form/choices.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { TickRow } from '../../../../ui/tick-row.tsx'
import { Tick } from '../../../../ui/tick.tsx'
import { usePlaceCommand } from '../../mutations.ts'
import { BookedAhead } from './booked-ahead.tsx'
import { SetupDialog } from './setup-dialog.tsx'
import { useNumbers } from './use-numbers.ts'

const RANGES = { minutesBefore: { least: 0, most: 1_440 }, minutesAfter: { least: 0, most: 1_440 }, position: { least: 0, most: 999 } } as const
const KINDS = ['counter', 'person', 'room'] as const
const Content = Resource.omit({ id: true, scope: true, version: true, placeId: true })

interface Draft extends Pick<Resource, 'kind' | 'name' | 'active'> {
  readonly isAll: boolean
  readonly serviceIds: readonly string[]
}

interface Props {
  readonly here: FurnishedPlace
  readonly counter: Resource
  readonly isNew: boolean
  readonly onClose: () => void
}

/** A counter, a person or a room: what can be booked there, and how much time is needed around it. */
export function CounterDialog({ here, counter, isNew, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<Draft>({ kind: counter.kind, name: counter.name, active: counter.active, isAll: counter.serviceIds.length === 0, serviceIds: counter.serviceIds })
  const [isJudged, setJudged] = useState(false)
  const numbers = useNumbers(RANGES, counter)
  const { run, isRunning } = usePlaceCommand('set-resource')
  const isNameless = draft.name.trim() === ''
  const isWithout = !draft.isAll && draft.serviceIds.length === 0
  const save = async (): Promise<boolean> => {
    setJudged(true)
    const read = numbers.read()
    if (!read || isNameless || isWithout) return false
    const { kind, name, active, isAll, serviceIds } = draft
    return run({ placeId: here.place.id, resourceId: counter.id, content: Content.parse({ kind, active, name: name.trim(), serviceIds: isAll ? [] : serviceIds, ...read }) })
  }
  return (
    <SetupDialog title={t(isNew ? 'hours.place.title.newCounter' : 'hours.place.title.counter')} isRunning={isRunning} onSave={save} onClose={onClose}>
      <Few
        label={t('hours.place.kindLabel')} hint={undefined} error={undefined} value={draft.kind} isRequired={false} isReadOnly={false}
        items={KINDS.map(id => ({ id, name: t(`hours.place.kind.${id}`) }))} onChange={id => setDraft({ ...draft, kind: KINDS.find(kind => kind === id) ?? 'counter' })}
      />
      <TextInput label={t('hours.place.name')} value={draft.name} maxLength={80} isRequired error={isJudged && isNameless ? t('hours.place.nameMissing') : undefined} onChange={name => setDraft({ ...draft, name })} />
      <Tick label={t('hours.place.allServices')} isOn={draft.isAll} onChange={isAll => setDraft({ ...draft, isAll, serviceIds: isAll ? [] : here.services.map(({ id }) => id) })} />
      {!draft.isAll && (
        <TickRow
          label={t('hours.place.servicesHere')} error={isJudged && isWithout ? t('hours.wrong.none') : undefined} items={here.services.map(({ id, title }) => ({ id, name: title }))}
          selected={draft.serviceIds} onChange={serviceIds => setDraft({ ...draft, serviceIds })}
        />
      )}
      <div className="hours__pair">
        {(['minutesBefore', 'minutesAfter', 'position'] as const).map(key => <TextInput key={key} label={t(`hours.place.number.${key}`)} hint={t(`hours.place.hint.${key}`)} {...numbers.field(key)} />)}
      </div>
      <Tick label={t('hours.place.counterActive')} isOn={draft.active} onChange={active => setDraft({ ...draft, active })} />
      {!isNew && <BookedAhead placeId={here.place.id} text="counter" isMeant={({ resourceId }) => resourceId === counter.id} />}
    </SetupDialog>
  )
}
