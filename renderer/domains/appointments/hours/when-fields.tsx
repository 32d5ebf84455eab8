import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Few } from '../../../ui/schema-form/choices.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { TickRow } from '../../../ui/tick-row.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ordinal } from './hours-words.ts'
import type { Rhythm } from './hours-draft.ts'
import type { FieldsProps } from './fields-props.ts'
import { WEEKDAYS, weekdayName } from './weekday-words.ts'

const RHYTHMS = ['weekly', 'every', 'monthly'] as const satisfies readonly Rhythm[]
const WEEKS = [1, 2, 3, 4, 5, -1] as const

/** From when until when, on which days, at which times. */
export function WhenFields(props: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const { draft, wrong, onChange } = props
  const language = useLanguage()
  return (
    <>
      <div className="hours__pair">
        {draft.isLater
          ? <TextInput label={t('hours.field.sinceDay')} value={draft.since} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={wrong('since')} onChange={since => onChange({ since })} />
          : <TextInput label={t('hours.field.from')} value={draft.from} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={wrong('from')} onChange={from => onChange({ from })} />}
        <TextInput label={t('hours.field.to')} hint={t('hours.field.toHint')} value={draft.to} placeholder={t('list.filter.dateHint')} maxLength={10} error={wrong('to')} onChange={to => onChange({ to })} />
      </div>
      <TickRow
        label={t('hours.field.weekdays')} error={wrong('weekdays')} selected={draft.weekdays.map(String)}
        items={WEEKDAYS.map(day => ({ id: String(day), name: weekdayName(day, language, 'short'), label: weekdayName(day, language) }))}
        onChange={ids => onChange({ weekdays: ids.map(Number) })}
      />
      <RhythmFields {...props} />
      <TimeFields {...props} />
    </>
  )
}

function RhythmFields({ draft, wrong, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <Few
        label={t('hours.field.rhythm')} hint={undefined} error={undefined} value={draft.rhythm} isRequired={false} isReadOnly={false}
        items={RHYTHMS.map(id => ({ id, name: t(`hours.rhythm.${id}`) }))} onChange={id => onChange({ rhythm: RHYTHMS.find(one => one === id) ?? 'weekly' })}
      />
      {draft.rhythm === 'every' && <div className="hours__pair"><TextInput label={t('hours.field.everyWeeks')} hint={t(draft.isLater ? 'hours.field.everyWeeksHintLater' : 'hours.field.everyWeeksHint')} value={draft.everyWeeks} maxLength={2} error={wrong('everyWeeks')} onChange={everyWeeks => onChange({ everyWeeks })} /></div>}
      {draft.rhythm === 'monthly' && (
        <TickRow
          label={t('hours.field.weeksOfMonth')} error={wrong('weeksOfMonth')} selected={draft.weeksOfMonth.map(String)}
          items={WEEKS.map(week => ({ id: String(week), name: ordinal(t, week) }))} onChange={ids => onChange({ weeksOfMonth: ids.map(Number) })}
        />
      )}
    </>
  )
}

function TimeFields({ draft, wrong, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {draft.kind !== 'open' && <Tick label={t('hours.field.wholeDay')} isOn={draft.isWholeDay} onChange={isOn => onChange({ isWholeDay: isOn })} />}
      {!(draft.isWholeDay && draft.kind !== 'open') && (
        <div className="hours__pair hours__pair--three">
          <TextInput label={t('hours.field.start')} value={draft.start} placeholder="09:00" maxLength={9} isRequired error={wrong('start')} onChange={start => onChange({ start, isWholeDay: false })} />
          <TextInput label={t('hours.field.end')} value={draft.end} placeholder="12:00" maxLength={9} isRequired error={wrong('end')} onChange={end => onChange({ end, isWholeDay: false })} />
          {draft.kind === 'open' && <TextInput label={t('hours.field.slotMinutes')} hint={t('hours.field.slotMinutesHint')} value={draft.slotMinutes} maxLength={3} error={wrong('slotMinutes')} onChange={slotMinutes => onChange({ slotMinutes })} />}
        </div>
      )}
      {draft.kind === 'open' && <Tick label={t('hours.field.onHolidays')} isOn={draft.onHolidays} onChange={onHolidays => onChange({ onHolidays })} />}
    </>
  )
}
