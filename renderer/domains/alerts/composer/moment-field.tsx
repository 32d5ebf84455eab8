import { useState, type ReactElement } from 'react'
import { germanDay, germanMoment, germanTime } from '../../../../shared/german-days.ts'
import type { Instant } from '../../../../shared/time.ts'
import { formatPlainDay, parseClock, parseDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly dayLabel: string
  readonly timeLabel: string
  readonly value: Instant | null
  readonly error: string | undefined
  /** Null: both fields are empty. */
  readonly onChange: (value: Instant | null) => void
  /** Something stands there that is no time; what counted before is not changed by it. */
  readonly onReadable: (isReadable: boolean) => void
}

/** A day and a time of day as people type them. */
export function MomentField({ dayLabel, timeLabel, value, error, onChange, onReadable }: Props): ReactElement {
  const language = useLanguage()
  const shown = value ? { day: formatPlainDay(germanDay(value), language), time: germanTime(value) } : { day: '', time: '' }
  const [typed, setTyped] = useState(shown)
  const [last, setLast] = useState(value)
  // Set from elsewhere, by a button or by somebody else.
  if (value !== last) {
    setLast(value)
    setTyped(shown)
  }
  const type = (part: Partial<typeof typed>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    const isEmpty = next.day.trim() === '' && next.time.trim() === ''
    const [day, time] = [parseDay(next.day), parseClock(next.time)]
    const read = day && time ? germanMoment(day, time) : null
    onReadable(isEmpty || read !== null)
    if (!isEmpty && read === null) return
    setLast(read)
    onChange(read)
  }
  return (
    <>
      <TextInput label={dayLabel} value={typed.day} maxLength={10} error={error} onChange={day => type({ day })} />
      <TextInput label={timeLabel} value={typed.time} maxLength={9} onChange={time => type({ time })} />
    </>
  )
}
