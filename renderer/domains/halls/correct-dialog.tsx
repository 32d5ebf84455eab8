import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { isByList } from '../../../shared/domains/halls/correct-command.ts'
import type { Times } from '../../../shared/domains/halls/prices.ts'
import type { Hall, PriceLine } from '../../../shared/domains/halls/tables.ts'
import { Button } from '../../ui/button.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { formatPlainDay } from '../../ui/format.ts'
import { centsOf, writtenCents } from '../../ui/money.ts'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { Veiled } from '../people/veiled.tsx'
import { draftOf, pricesAfter } from './correction-draft.ts'
import { useHallCommand } from './mutations.ts'
import { wantedTimes, type RequestDraft } from './request-draft.ts'
import { TenantFields, WhenFields, WishFields } from './request-fields.tsx'
import { idsOf, StepFrame } from './step-dialogs.tsx'
import { daysRead, useErrors, wishOf, type Errors } from './use-request.ts'

interface Props {
  readonly hall: Hall
  /** One booking, or those of a series, which keep their times. */
  readonly bookings: readonly ShownHallBooking[]
  readonly booking: ShownHallBooking
  readonly onClose: () => void
}

interface WrittenPrice {
  readonly label: string
  readonly amount: string
}

/** Sets right what was asked for; where there is a contract, its next version is made. */
export function CorrectDialog({ hall, bookings, booking, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { draft, change, errors, isSent, prices, setPrices, deposit, setDeposit, reason, setReason, needsReason, isRunning, send } = useCorrection({ hall, bookings, booking, onClose })
  return (
    <StepFrame size="large" title={t('halls.correct')} confirm={t('halls.saveCorrection')} count={bookings.length} isRunning={isRunning} onSend={send} onClose={onClose}>
      {booking.contractNumber && <p className="callout">{t('halls.nextContract', { number: booking.contractNumber, version: booking.contractVersion + 1 })}</p>}
      {bookings.length === 1 && <WhenFields draft={draft} change={change} errors={errors} hasLastDay />}
      <WishFields draft={draft} change={change} errors={errors} />
      <Veiled key={booking.id} table="hall_bookings" id={booking.id}><TenantFields draft={draft} change={change} errors={errors} /></Veiled>
      <PriceFields prices={prices} isSent={isSent} onChange={setPrices} />
      <TextInput label={`${t('halls.deposit')} (€)`} value={deposit} maxLength={12} error={useAmountError(isSent, deposit)} onChange={setDeposit} />
      {needsReason && <TextArea label={t('halls.priceReason')} value={reason} maxLength={500} isRequired error={isSent && !reason.trim() ? errorSentences(t, { code: 'halls/reason-missing' }).happened : undefined} onChange={setReason} />}
      <TextArea label={t('halls.note')} value={draft.note} maxLength={1_000} onChange={note => change({ note })} />
    </StepFrame>
  )
}

function useAmountError(isSent: boolean, amount: string): string | undefined {
  const { t } = useTranslation()
  const language = useLanguage()
  return isSent && typeof centsOf(amount, language) !== 'number' ? t('halls.amountWrong') : undefined
}

interface PriceProps {
  readonly prices: readonly WrittenPrice[]
  readonly isSent: boolean
  readonly onChange: (prices: readonly WrittenPrice[]) => void
}

function PriceFields({ prices, isSent, onChange }: PriceProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('halls.rent')}</legend>
      {prices.map((price, index) => (
        <PriceField
          key={index} price={price} isSent={isSent} onChange={changed => onChange(prices.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => onChange(prices.filter((_, place) => place !== index))}
        />
      ))}
      <Button icon="plus" onPress={() => onChange([...prices, { label: '', amount: '' }])}>{t('halls.addPrice')}</Button>
    </fieldset>
  )
}

interface PriceFieldProps {
  readonly price: WrittenPrice
  readonly isSent: boolean
  readonly onChange: (price: WrittenPrice) => void
  readonly onRemove: () => void
}

function PriceField({ price, isSent, onChange, onRemove }: PriceFieldProps): ReactElement {
  const { t } = useTranslation()
  const wrong = useAmountError(isSent, price.amount)
  return (
    <div className="hall-price-line">
      <TextInput label={t('halls.priceLabel')} value={price.label} maxLength={120} error={isSent && !price.label.trim() ? t('halls.labelMissing') : undefined} onChange={label => onChange({ ...price, label })} />
      <TextInput label={t('halls.amount')} value={price.amount} maxLength={12} error={wrong} onChange={amount => onChange({ ...price, amount })} />
      <Button icon="trash" kind="quiet" aria-label={t('common.remove', { what: price.label || t('halls.priceLabel') })} onPress={onRemove}>{t('halls.removePrice')}</Button>
    </div>
  )
}

interface Correction {
  readonly draft: RequestDraft
  readonly change: (changed: Partial<RequestDraft>) => void
  readonly errors: Errors
  readonly isSent: boolean
  readonly prices: readonly WrittenPrice[]
  readonly setPrices: (prices: readonly WrittenPrice[]) => void
  readonly deposit: string
  readonly setDeposit: (deposit: string) => void
  readonly reason: string
  readonly setReason: (reason: string) => void
  /** Whether somebody pays other than the list says. */
  readonly needsReason: boolean
  readonly isRunning: boolean
  readonly send: () => void
}

/** A correction while it is typed; the prices follow the times until somebody types other ones. */
function useCorrection({ hall, bookings, booking, onClose }: Props): Correction {
  const language = useLanguage()
  const [draft, setDraft] = useState<RequestDraft>(() => draftOf(booking, day => formatPlainDay(day, language)))
  const [typedPrices, setPrices] = useState<readonly WrittenPrice[]>()
  const [deposit, setDeposit] = useState(() => writtenCents(booking.depositCents, language))
  const [reason, setReason] = useState(booking.priceReason ?? '')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useHallCommand('correct')
  const errors = useErrors(draft, hall)
  const times = timesOf(draft)
  const prices = typedPrices ?? pricesAfter(hall, booking, draft.kind, times).map(({ label, cents }) => ({ label, amount: writtenCents(cents, language) }))
  const read = readPrices(prices, text => centsOf(text, language))
  const depositCents = centsOf(deposit, language)
  const isListed = read !== undefined && typeof depositCents === 'number' && isByList(hall, { prices: [...read], depositCents }, wishOf(draft), times)
  const needsReason = !isListed && (booking.priceReason !== null || typedPrices !== undefined || depositCents !== booking.depositCents)
  const send = async (): Promise<void> => {
    setSent(true)
    if (Object.keys(errors).length > 0 || !times || !read || typeof depositCents !== 'number' || (needsReason && !reason.trim())) return
    const input = { bookingIds: idsOf(bookings), times: bookings.length === 1 ? { ...times } : null, wish: wishOf(draft), prices: [...read], depositCents, priceReason: needsReason ? reason : '' }
    if (await run(input)) onClose()
  }
  return {
    draft, change: changed => setDraft({ ...draft, ...changed }), errors: isSent ? errors : {}, isSent, prices, setPrices, deposit, setDeposit, reason, setReason, needsReason, isRunning,
    send: () => void send(),
  }
}

function timesOf(draft: RequestDraft): Times | undefined {
  const days = daysRead(draft)
  return days && wantedTimes(days, 'once', false)[0]
}

function readPrices(prices: readonly WrittenPrice[], read: (text: string) => number | null | undefined): readonly PriceLine[] | undefined {
  const lines = prices.flatMap(({ label, amount }) => {
    const cents = read(amount)
    return typeof cents === 'number' && label.trim() ? [{ label: label.trim(), cents }] : []
  })
  return lines.length === prices.length ? lines : undefined
}
