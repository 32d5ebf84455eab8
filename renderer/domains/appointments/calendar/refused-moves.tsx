import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, RefusedMove } from '../../../../shared/contract/appointments.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAppointmentCommand } from '../mutations.ts'
import { useRefusedMoves } from '../queries.ts'
import { RefusedPanel, type RefusedEntry } from '../refused/refused-panel.tsx'

/** Appointments that the service would not move. */
export function RefusedMoves({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const entryOf = useEntry(here)
  // While another time is on its way, there is nothing to decide.
  const moves = useRefusedMoves(here.place.id).filter(({ appointment }) => !appointment.isPending)
  return <RefusedPanel title={t('calendar.refused.title')} entries={moves.map(entryOf)} />
}

function useEntry(here: FurnishedPlace): (refused: RefusedMove) => RefusedEntry {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const { run } = useAppointmentCommand('move')
  const at = ({ startsAt, resourceId }: { readonly startsAt: Instant; readonly resourceId: string | null }): string =>
    [formatDayAndTime(startsAt, language), here.resources.find(({ id }) => id === resourceId)?.name].filter(Boolean).join(', ')
  const moveTo = ({ id }: RefusedMove['appointment'], { startsAt, endsAt, resourceId }: NonNullable<RefusedMove['next']>): void =>
    void run({ appointmentId: id, resourceId, startsAt, minutes: (msOf(endsAt) - msOf(startsAt)) / 60_000 })
  return ({ commandId, code, facts, appointment, wanted, next }) => {
    const { happened, todo } = errorSentences(t, { code, facts })
    return {
      id: commandId,
      what: t('calendar.refused.what', { name: appointment.name, wanted: at(wanted) }),
      happened,
      stands: `${t('calendar.refused.stays', { time: at(appointment) })} ${next ? t('calendar.refused.next', { time: at(next) }) : todo}`,
      leave: { label: t('calendar.refused.leave'), run: () => void client.status.settle({ id: commandId, how: 'dismiss' }) },
      goOn: next ? { label: t('calendar.moveThere'), run: () => moveTo(appointment, next) } : undefined,
    }
  }
}
