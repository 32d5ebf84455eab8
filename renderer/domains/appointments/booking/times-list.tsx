import { memo, useEffect, useId, useRef, type FormEvent, type ReactElement, type RefObject } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { gives } from '../../../../shared/domains/appointments/slots.ts'
import { germanDayAt, plusCalendarDays } from '../../../../shared/german-days.ts'
import type { AppointmentServiceId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatTime, formatWeekday } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { DAY_PARTS, type OfferedDay } from './offers.ts'
import type { Times } from './use-times.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly serviceIds: readonly AppointmentServiceId[]
  readonly times: Times
}

/** The free times by day, the soonest first; the arrow keys walk through all of them. */
export function TimesList({ here, serviceIds, times }: Props): ReactElement {
  const { t } = useTranslation()
  const { answer, days, hasMore, more } = times
  return (
    <div className="times">
      <TimesFilter here={here} serviceIds={serviceIds} times={times} />
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {serviceIds.length === 0 && <p className="times__empty">{t('booking.timesLater')}</p>}
      {serviceIds.length > 0 && answer.kind === 'loading' && <p className="times__empty">{t('common.loading')}</p>}
      {answer.kind === 'here' && days.length === 0 && <output className="times__empty">{t('booking.noTimes')}</output>}
      {days.length > 0 && <Days times={times} days={days} />}
      {answer.kind === 'here' && hasMore && <div className="row"><Button kind="quiet" icon="down" onPress={more}>{t('booking.more')}</Button></div>}
    </div>
  )
}

function TimesFilter({ here, serviceIds, times: { filter, setFilter } }: Props): ReactElement {
  const { t } = useTranslation()
  const counters = here.resources.filter(resource => gives(resource, serviceIds))
  const items = [{ id: '', name: t('booking.anyCounter') }, ...counters.map(({ id, name }) => ({ id: String(id), name }))]
  return (
    <div className="times__filter">
      <RadioGroup className="segments" orientation="horizontal" value={filter.part} onChange={chosen => setFilter({ ...filter, part: DAY_PARTS.find(one => one === chosen) ?? 'any' })}>
        <Label className="field__label">{t('booking.partOfDay')}</Label>
        <div className="times__parts">{DAY_PARTS.map(part => <Radio key={part} value={part} className="segment times__part">{t(`booking.parts.${part}`)}</Radio>)}</div>
      </RadioGroup>
      {counters.length > 1 && (
        <Select label={t('booking.counter')} items={items} value={filter.resourceId ?? ''} onChange={id => setFilter({ ...filter, resourceId: counters.find(counter => counter.id === id)?.id ?? null })} />
      )}
    </div>
  )
}

/** The browser's own radio buttons: there may be hundreds of times, and each shall cost next to nothing. */
function Days({ times, days }: Pick<Props, 'times'> & { readonly days: readonly OfferedDay[] }): ReactElement {
  const { t } = useTranslation()
  const name = useId()
  const chosen = times.chosen?.startsAt
  const group = useInSight(chosen)
  const choose = (event: FormEvent<HTMLFieldSetElement>): void => {
    const { target } = event
    const slot = target instanceof HTMLInputElement ? days.flatMap(({ slots }) => slots).find(({ startsAt }) => startsAt === target.value) : undefined
    if (slot) times.choose(slot.startsAt)
  }
  return (
    <fieldset ref={group} role="radiogroup" className="times__days" onChange={choose}>
      <legend className="sr-only">{t('booking.times')}</legend>
      {days.map(({ day, slots }) => <DayTimes key={day} name={name} day={day} slots={slots} chosen={slots.some(({ startsAt }) => startsAt === chosen) ? chosen : undefined} />)}
    </fieldset>
  )
}

/** The chosen time stays in sight within its list, from whichever field it is changed; the dialog itself does not move. */
function useInSight(chosen: Instant | undefined): RefObject<HTMLFieldSetElement | null> {
  const group = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const box = group.current
    const chip = box?.querySelector(`input[value="${chosen}"]`)?.closest('label')
    if (!box || !chip) return
    const [top, bottom] = [chip.offsetTop - ROOM, chip.offsetTop + chip.offsetHeight + ROOM]
    if (top < box.scrollTop) box.scrollTop = top
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [chosen])
  return group
}

/** The heading of a day, or half of the next row. */
const ROOM = 32

interface DayProps extends OfferedDay {
  readonly name: string
  readonly chosen: Instant | undefined
}

const DayTimes = memo(function DayTimes({ name, day, slots, chosen }: DayProps): ReactElement {
  const language = useLanguage()
  const words = useDayWords()(day)
  return (
    <div className="times__day">
      <h3 className="times__head">{words}</h3>
      <div className="times__slots">
        {slots.map(({ startsAt }) => {
          const time = formatTime(startsAt, language)
          return (
            <label key={startsAt} className="time-chip">
              <input type="radio" className="sr-only" name={name} value={startsAt} checked={startsAt === chosen} aria-label={`${words}, ${time}`} onChange={unhandled} />
              <span aria-hidden="true">{time}</span>
            </label>
          )
        })}
      </div>
    </div>
  )
})

/** The group listens for all of them. */
const unhandled = (): void => undefined

/** `Heute, Dienstag, 24. November`. */
export function useDayWords(): (day: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  return day => {
    const words = formatWeekday(day, language)
    if (day === today) return t('booking.today', { day: words })
    return day === plusCalendarDays(today, 1) ? t('booking.tomorrow', { day: words }) : words
  }
}

/** `Dienstag, 24. November, 09:40`. */
export function useTimeWords(): (at: Instant, day: string) => string {
  const language = useLanguage()
  const words = useDayWords()
  return (at, day) => `${words(day)}, ${formatTime(at, language)}`
}
