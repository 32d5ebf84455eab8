import { useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, RefusedMove } from '../../../../shared/contract/appointments.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAppointmentCommand } from '../mutations.ts'
import { useRefusedMoves } from '../queries.ts'

/** What the service would not move, at once or hours later: it stays here until somebody has decided on it. */
export function RefusedMoves({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { run } = useAppointmentCommand('move')
  const region = useRef<HTMLDivElement>(null)
  // While another time is on its way, there is nothing to decide.
  const moves = useRefusedMoves(here.place.id).filter(({ appointment }) => !appointment.isPending)
  // The row goes away with its buttons; the keyboard stays where it was.
  const stay = (): void => region.current?.focus()
  const leave = ({ commandId }: RefusedMove): void => {
    stay()
    void client.status.settle({ id: commandId, how: 'dismiss' })
  }
  const moveThere = ({ appointment, next }: RefusedMove): void => {
    if (!next) return
    stay()
    void run({ appointmentId: appointment.id, resourceId: next.resourceId, startsAt: next.startsAt, minutes: (msOf(next.endsAt) - msOf(next.startsAt)) / 60_000 })
  }
  return (
    <div ref={region} className="cal-refused" aria-live="polite" tabIndex={-1}>
      {moves.length > 0 && (
        <section aria-label={t('calendar.refused.title')}>
          {moves.map(refused => <Refused key={refused.commandId} refused={refused} here={here} onLeave={() => leave(refused)} onMove={() => moveThere(refused)} />)}
        </section>
      )}
    </div>
  )
}

interface RefusedProps {
  readonly refused: RefusedMove
  readonly here: FurnishedPlace
  readonly onLeave: () => void
  readonly onMove: () => void
}

function Refused({ refused: { code, facts, appointment, wanted, next }, here, onLeave, onMove }: RefusedProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const at = ({ startsAt, resourceId }: { readonly startsAt: Instant; readonly resourceId: string | null }): string =>
    [formatDayAndTime(startsAt, language), here.resources.find(({ id }) => id === resourceId)?.name].filter(Boolean).join(', ')
  const { happened, todo } = errorSentences(t, { code, facts })
  return (
    <div className="callout cal-refused__one">
      <Icon name="warning" />
      <div className="cal-refused__text">
        <p><strong>{t('calendar.refused.what', { name: appointment.name, wanted: at(wanted) })}</strong> {happened}</p>
        <p>{t('calendar.refused.stays', { time: at(appointment) })} {next ? t('calendar.refused.next', { time: at(next) }) : todo}</p>
      </div>
      <div className="cal-refused__act">
        <Button onPress={onLeave}>{t('calendar.refused.leave')}</Button>
        {next && <Button kind="primary" onPress={onMove}>{t('calendar.moveThere')}</Button>}
      </div>
    </div>
  )
}
