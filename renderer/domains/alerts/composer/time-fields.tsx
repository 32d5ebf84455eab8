import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDay, germanMoment, plusCalendarDays } from '../../../../shared/german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../../../shared/time.ts'
import { Button } from '../../../ui/button.tsx'
import { fieldId, type TimeField } from './composer-problems.ts'
import type { Composing } from './composing.ts'
import { MomentField } from './moment-field.tsx'

const HOUR_MS = 3_600_000
const HOURS = { hazard: [1, 2, 4, 12], news: [24, 72, 168] } as const

/** From when until when it holds, and of when the picture is that it gives. */
export function TimeFields({ content, topic, now, change, errorAt, noteTime }: Composing): ReactElement {
  const { t } = useTranslation()
  const set = (field: TimeField, value: Instant | null): void => {
    noteTime(field, true)
    change({ [field]: value })
  }
  const from = content.beginsAt !== null && content.beginsAt > now ? content.beginsAt : now
  const kind = topic?.kind ?? 'hazard'
  const fields: readonly TimeField[] = ['endsAt', 'beginsAt', ...(kind === 'hazard' ? ['situationAt' as const] : [])]
  return (
    <section className="panel" aria-labelledby="alert-when">
      <h2 id="alert-when" className="panel__title">{t('alerts.when')}</h2>
      <fieldset className="row">
        <legend className="sr-only">{t('alerts.howLong')}</legend>
        {HOURS[kind].map(hours => <Button key={hours} onPress={() => set('endsAt', instantFromMs(msOf(from) + hours * HOUR_MS))}>{t(hours < 24 ? 'alerts.hours' : 'alerts.days', { count: hours < 24 ? hours : hours / 24 })}</Button>)}
        <Button onPress={() => set('endsAt', germanMoment(plusCalendarDays(germanDay(from), 1), '08:00'))}>{t('alerts.untilMorning')}</Button>
      </fieldset>
      {fields.map(field => (
        <div key={field} id={fieldId(field)} className="alert-moment">
          <MomentField dayLabel={t(`alerts.timeDay.${field}`)} timeLabel={t('alerts.timeOfDay')} value={content[field]} error={errorAt(field)} onChange={value => set(field, value)} onReadable={isReadable => noteTime(field, isReadable)} />
          {field === 'beginsAt' && content.beginsAt !== null && <Button kind="quiet" onPress={() => set(field, null)}>{t('alerts.atOnce')}</Button>}
          {field === 'situationAt' && <Button kind="quiet" onPress={() => set(field, now)}>{t('alerts.asOfNow')}</Button>}
        </div>
      ))}
    </section>
  )
}
