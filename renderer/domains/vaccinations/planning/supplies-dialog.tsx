import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { dayFigures } from '../board/day-figures.ts'
import { useBooked, useSessionDay, type Catalogue, type SessionDay } from '../queries.ts'
import { bookedIn } from './session-capacity.ts'
import { isLastHour, leftover, type Leftover } from './stand-by-order.ts'
import { StandByPart } from './stand-by-part.tsx'
import { StockPart } from './stock-part.tsx'

interface Props {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly onClose: () => void
}

/** The doses of a session, and who comes at once when some are left over. */
export function SuppliesDialog({ session, catalogue, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const day = useSessionDay(session.id)
  return (
    <Dialog size="large" title={t('planning.suppliesTitle', { title: session.title, day: formatPlainDay(session.day, language) })} isOpen onClose={onClose}>
      {day ? <Supplies session={session} catalogue={catalogue} day={day} /> : <p className="muted">{t('common.loading')}</p>}
    </Dialog>
  )
}

function Supplies({ session, catalogue, day }: Omit<Props, 'onClose'> & { readonly day: SessionDay }): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const now = instantFromMs(useNow())
  const booked = useBooked(session)
  const figures = dayFigures({ ...day, session }, catalogue).batches
  const isRunning = session.status === 'planned' || session.status === 'open'
  const rest = leftover({ left: figures.map(({ left }) => left), visits: day.visits, booked: bookedIn(session, booked), now })
  return (
    <div className="planning">
      {!isOnline && <p className="callout">{t('vaccinations.offline')}</p>}
      {isLastHour(session, now) && rest.left > 0 && <LeftoverHint rest={rest} />}
      <StockPart session={session} figures={figures} catalogue={catalogue} isRunning={isRunning} />
      <StandByPart session={session} isRunning={isRunning} />
    </div>
  )
}

/** In the last hour: how many of the list can have what nobody else will need. */
function LeftoverHint({ rest: { left, expected, spare } }: { readonly rest: Leftover }): ReactElement {
  const { t } = useTranslation()
  return (
    <output className="callout planning__warned">
      <Icon name="hourglass" size={16} />
      <span><strong>{t('planning.leftover')}</strong> {t('planning.leftoverDoses', { count: left })} {t('planning.leftoverExpected', { count: expected })} {spare > 0 ? t('planning.leftoverSpare', { count: spare }) : t('planning.leftoverNone')}</span>
    </output>
  )
}
