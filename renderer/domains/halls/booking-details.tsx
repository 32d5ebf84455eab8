import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { isCorrectable } from '../../../shared/domains/halls/correct-command.ts'
import { conflictsOf, stepsFrom, type HallStep } from '../../../shared/domains/halls/hall-steps.ts'
import { totalOf } from '../../../shared/domains/halls/prices.ts'
import type { Agreed, Hall } from '../../../shared/domains/halls/tables.ts'
import { departmentOf } from '../../../shared/scope.ts'
import { usePerson, useStatus } from '../../core-client/core-context.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatDayAndTime, formatTime } from '../../ui/format.ts'
import { formatEuros } from '../../ui/money.ts'
import { PendingMark } from '../../ui/pending-mark.tsx'
import { Select } from '../../ui/select.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { PersonLink } from '../people/person-link.tsx'
import { useSecrets } from '../people/use-secrets.ts'
import { Veiled } from '../people/veiled.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { correctionsOf, tellsOfTenant, type ChangedPart } from './correction-draft.ts'
import { ConflictMark, HallStatusMark, OnlineMark, restOfSeries, tenantName, timesInWords } from './hall-words.tsx'
import { useHallCommand } from './mutations.ts'
import { SheetButton } from './sheet-button.tsx'
import { HandOverKeyDialog, ReasonDialog, TakeBackDialog } from './step-dialogs.tsx'

interface Props {
  readonly booking: ShownHallBooking
  readonly hall: Hall | undefined
  /** Everything known of the houses, to see conflicts and the rest of a series. */
  readonly bookings: readonly ShownHallBooking[]
  readonly onClose: () => void
}

/** A booking from the request to the key that came back: what is agreed, what has been done, and the next step. */
export function BookingDetails({ booking, hall, bookings, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const rest = restOfSeries(booking, bookings)
  const [isWhole, setWhole] = useState(false)
  const chosen = isWhole ? rest : [booking]
  return (
    <Dialog size="large" title={`${booking.purpose} · ${tenantName(booking.tenant)}`} isOpen onClose={onClose}>
      <div className="row"><HallStatusMark status={booking.status} />{booking.channel === 'portal' && <OnlineMark />}{booking.isPending && <PendingMark />}</div>
      <Conflicts booking={booking} bookings={bookings} />
      <div className="hall-details">
        <Facts booking={booking} hall={hall} />
        <VeiledStory booking={booking} />
      </div>
      {rest.length > 1 && (
        <Select
          label={t('halls.stepFor')} value={isWhole ? 'rest' : 'one'}
          items={[{ id: 'one', name: t('halls.onlyThis') }, { id: 'rest', name: t('halls.restOfSeries', { count: rest.length }) }]} onChange={id => setWhole(id === 'rest')}
        />
      )}
      <Actions booking={booking} hall={hall} chosen={chosen} />
    </Dialog>
  )
}

function Conflicts({ booking, bookings }: Pick<Props, 'booking' | 'bookings'>): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const others = stepsFrom(booking.status).includes('approve') ? conflictsOf(booking, bookings) : []
  if (others.length === 0) return null
  return (
    <div className="callout stack">
      <ConflictMark />
      <ul>{others.map(other => <li key={other.id}>{timesInWords(other, language)}: {other.purpose}, {tenantName(other.tenant)} ({t(`halls.status.${other.status}`)})</li>)}</ul>
    </div>
  )
}

function Facts({ booking, hall }: Pick<Props, 'booking' | 'hall'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { tenant } = booking
  const isSecret = useSecrets()(booking.id)
  const address = [tenant.street, [tenant.postalCode, tenant.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <dl className="hall-facts">
      <Fact name={t('halls.hall')}>{hall?.name}</Fact>
      <Fact name={t('halls.time')}>{timesInWords(booking, language)}<br /><span className="muted">{t('halls.occupied', { from: formatTime(booking.occupiedFrom, language), until: formatTime(booking.occupiedUntil, language) })}</span></Fact>
      <Fact name={t('halls.tenant')}>{[tenant.organisation, tenant.name].filter(Boolean).join(', ')} <span className="muted">({t(`halls.tenants.${tenant.kind}`)})</span><br /><PersonLink table="hall_bookings" recordId={booking.id} />{address && !isSecret && <><br />{address}</>}</Fact>
      <Fact name={t('halls.reach')}><Veiled key={booking.id} table="hall_bookings" id={booking.id}>{[isSecret ? address : '', tenant.phone, tenant.email].filter(Boolean).join(', ') || t('common.none')}</Veiled></Fact>
      <Fact name={t('halls.persons')}>{booking.persons}</Fact>
      <Fact name={t('halls.rent')}>
        {booking.prices.map(({ label, cents }) => <span key={label} className="hall-price"><span>{label}</span><span>{formatEuros(cents, language)}</span></span>)}
        <span className="hall-price hall-price--total"><span>{t('halls.total')}</span><span>{formatEuros(totalOf(booking.prices), language)}</span></span>
        <span className="hall-price"><span>{t('halls.deposit')}</span><span>{formatEuros(booking.depositCents, language)}</span></span>
        {booking.priceReason && <span className="muted">{t('halls.otherPrices', { reason: booking.priceReason })}</span>}
      </Fact>
      {booking.note && <Fact name={t('halls.note')}>{booking.note}</Fact>}
    </dl>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => <div className="hall-fact"><dt>{name}</dt><dd>{children}</dd></div>

/** A correction of the tenant tells how they were reached before and are now. */
const VeiledStory = ({ booking }: Pick<Props, 'booking'>): ReactElement =>
  tellsOfTenant(booking) ? <div><Veiled key={booking.id} table="hall_bookings" id={booking.id}><Story booking={booking} /></Veiled></div> : <Story booking={booking} />

/** What has been done, when and by whom. */
function Story({ booking }: Pick<Props, 'booking'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { requestedAt, requestedByName, decidedAt, decidedByName, reason, contractedAt, contractNumber, contractVersion, keyOut, keyBack, status, channel } = booking
  const said = (agreed: Agreed, part: ChangedPart): string => partInWords(agreed, part, language)
  const isEnded = status === 'refused' || status === 'cancelled'
  const steps: readonly (readonly [string | null | undefined, string])[] = [
    [requestedAt, requestedByName === null && channel === 'portal' ? t('halls.story.requestedOnline') : t('halls.story.requested', { name: requestedByName ?? t('common.none') })],
    [isEnded ? null : decidedAt, t('halls.story.approved', { name: decidedByName ?? '' })],
    ...correctionsOf(booking).map(({ at, byName, before, after, parts }) => [at, t('halls.story.corrected', { name: byName, parts: parts.map(part => `${t(`halls.${part}`)} ${said(before, part)} → ${said(after, part)}`).join('; ') })] as const),
    [contractedAt, contractVersion > 1 ? t('halls.story.nextContract', { number: contractNumber ?? '', version: contractVersion }) : t('halls.story.contracted', { number: contractNumber ?? '' })],
    [keyOut?.at, t('halls.story.handedOver', { to: keyOut?.to ?? '', name: keyOut?.byName ?? '' }) + (keyOut && !keyOut.depositReceived && booking.depositCents > 0 ? ` ${t('halls.story.noDeposit')}` : '')],
    [keyBack?.at, t('halls.story.returned', { name: keyBack?.byName ?? '', condition: t(`halls.conditions.${keyBack?.condition ?? 'good'}`), kept: formatEuros(keyBack?.keptCents ?? 0, language) })],
    [isEnded ? decidedAt : null, status === 'cancelled' && reason === null && decidedByName === null ? t('halls.story.withdrawn') : `${t(`halls.status.${status}`)}: ${reason ?? ''} (${decidedByName ?? ''})`],
  ]
  return (
    <ol className="hall-story" aria-label={t('halls.story.title')}>
      {steps.toSorted(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1)).map(([at, text]) => at && <li key={text}><span className="muted">{formatDayAndTime(at, language)}</span><span>{text}</span></li>)}
    </ol>
  )
}

/** A part of what is agreed, in as few words as tell it. */
function partInWords(agreed: Agreed, part: ChangedPart, language: ReturnType<typeof useLanguage>): string {
  const { tenant } = agreed
  const words: Readonly<Record<ChangedPart, () => string>> = {
    time: () => timesInWords(agreed, language), purpose: () => agreed.purpose, persons: () => String(agreed.persons), deposit: () => formatEuros(agreed.depositCents, language),
    rent: () => formatEuros(totalOf(agreed.prices), language), note: () => agreed.note || '–',
    tenant: () => [tenant.organisation, tenant.name, tenant.street, `${tenant.postalCode} ${tenant.place}`.trim(), tenant.phone, tenant.email].filter(Boolean).join(', '),
  }
  return words[part]()
}

type Asking = 'refuse' | 'cancel' | 'hand-over' | 'take-back' | 'correct'

function Actions({ booking, hall, chosen }: { readonly booking: ShownHallBooking; readonly hall: Hall | undefined; readonly chosen: readonly ShownHallBooking[] }): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>()
  const isOnline = useStatus()?.connection === 'online'
  const leads = useLeads(booking)
  const approve = useHallCommand('approve')
  const contract = useHallCommand('contract')
  const bookingIds = chosen.map(({ id }) => id)
  const act: Readonly<Record<HallStep, () => void>> = {
    approve: () => void approve.run({ bookingIds }), contract: () => void contract.run({ bookingIds }),
    refuse: () => setAsking('refuse'), 'hand-over': () => setAsking('hand-over'), 'take-back': () => setAsking('take-back'), cancel: () => setAsking('cancel'),
  }
  const refusalOf = (step: HallStep): string | undefined => {
    if ((step === 'approve' || step === 'refuse') && !leads) return t('halls.leadsOnly')
    return step === 'contract' && !isOnline ? t('halls.contractOffline') : undefined
  }
  return (
    <>
      <div className="row">
        {stepsFrom(booking.status).map((step, index) => (
          <ActionButton key={step} kind={index === 0 ? 'primary' : 'secondary'} isPrimary={index === 0} refusal={refusalOf(step)} onPress={act[step]}>{t(`halls.step.${step}`)}</ActionButton>
        ))}
        {hall && isCorrectable(booking) && <ActionButton icon="pencil" onPress={() => setAsking('correct')}>{t('halls.correct')}</ActionButton>}
        {booking.status !== 'requested' && !isEnd(booking) && <SheetButton query={{ bookingId: booking.id, sheet: 'contract' }} label={t(booking.contractedAt ? 'halls.showContract' : 'halls.previewContract')} title={t('halls.contract')} />}
        {(booking.status === 'handed-over' || booking.status === 'returned') && <SheetButton query={{ bookingId: booking.id, sheet: 'protocol' }} label={t('halls.showProtocol')} title={t('halls.protocol')} />}
      </div>
      {(asking === 'refuse' || asking === 'cancel') && <ReasonDialog step={asking} bookings={chosen} onClose={() => setAsking(undefined)} />}
      {asking === 'hand-over' && <HandOverKeyDialog bookings={chosen} onClose={() => setAsking(undefined)} />}
      {asking === 'take-back' && <TakeBackDialog bookings={chosen} onClose={() => setAsking(undefined)} />}
      {asking === 'correct' && hall && <CorrectDialog hall={hall} booking={booking} bookings={chosen} onClose={() => setAsking(undefined)} />}
    </>
  )
}

const isEnd = ({ status }: ShownHallBooking): boolean => status === 'refused' || status === 'cancelled'

/** Whether the person leads the department that lets the house. */
function useLeads({ scope }: Pick<ShownHallBooking, 'scope'>): boolean {
  const department = departmentOf(scope)
  return usePerson().grants.some(({ role, departmentId }) => role === 'lead' && (departmentId === null || departmentId === department))
}
