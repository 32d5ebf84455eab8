import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { errorSentences } from '../../ui/error-sentences.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { centsOf, formatEuros } from '../../ui/money.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useHallCommand } from './mutations.ts'

interface Props {
  /** One booking, or those of a series that take the step together. */
  readonly bookings: readonly ShownHallBooking[]
  readonly onClose: () => void
}

export const idsOf = (bookings: Props['bookings']): ShownHallBooking['id'][] => bookings.map(({ id }) => id)

interface FrameProps {
  readonly size?: 'large'
  readonly title: string
  readonly confirm: string
  readonly count: number
  readonly isRunning: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function StepFrame({ count, children, ...form }: FrameProps): ReactElement {
  const { t } = useTranslation()
  return (
    <FormDialog {...form}>
      {count > 1 && <p className="callout">{t('halls.forMany', { count })}</p>}
      {children}
    </FormDialog>
  )
}

/** Refuses or cancels; whoever asked learns why. */
export function ReasonDialog({ bookings, step, onClose }: Props & { readonly step: 'refuse' | 'cancel' }): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useHallCommand(step)
  const area = useFirstFocus<HTMLTextAreaElement>(true)
  const send = async (): Promise<void> => {
    setSent(true)
    if (reason.trim() && (await run({ bookingIds: idsOf(bookings), reason }))) onClose()
  }
  return (
    <StepFrame title={t(`halls.step.${step}`)} confirm={t(`halls.step.${step}`)} count={bookings.length} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <TextArea label={t('halls.reason')} value={reason} maxLength={1_000} isRequired areaRef={area} error={isSent && !reason.trim() ? errorSentences(t, { code: 'halls/reason-missing' }).happened : undefined} onChange={setReason} />
    </StepFrame>
  )
}

/** To whom the key goes, and whether the deposit came. */
export function HandOverKeyDialog({ bookings, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [first] = bookings
  const [to, setTo] = useState(first?.tenant.name ?? '')
  const [depositReceived, setReceived] = useState(false)
  const { run, isRunning } = useHallCommand('hand-over')
  const field = useFirstFocus<HTMLInputElement>(true)
  const depositCents = Math.max(0, ...bookings.map(booking => booking.depositCents))
  const send = async (): Promise<void> => {
    if (to.trim() && (await run({ bookingIds: idsOf(bookings), to, depositReceived: depositCents === 0 || depositReceived }))) onClose()
  }
  return (
    <StepFrame title={t('halls.step.hand-over')} confirm={t('halls.step.hand-over')} count={bookings.length} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <TextInput label={t('halls.keyTo')} value={to} maxLength={120} isRequired inputRef={field} error={to.trim() ? undefined : t('halls.nameMissing')} onChange={setTo} />
      {depositCents > 0 && <Tick label={t('halls.depositReceived', { amount: formatEuros(depositCents, language) })} isOn={depositReceived} onChange={setReceived} />}
    </StepFrame>
  )
}

/** What was found when the key came back. */
export function TakeBackDialog({ bookings, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [condition, setCondition] = useState<'good' | 'defects'>('good')
  const [defects, setDefects] = useState('')
  const [meters, setMeters] = useState('')
  const [kept, setKept] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useHallCommand('take-back')
  const depositCents = Math.max(0, ...bookings.map(booking => booking.depositCents))
  const keptCents = kept.trim() ? centsOf(kept, language) : 0
  const isWrong = keptCents === undefined || keptCents === null || keptCents > depositCents
  const lacksDefects = condition === 'defects' && !defects.trim()
  const send = async (): Promise<void> => {
    setSent(true)
    if (isWrong || lacksDefects) return
    if (await run({ bookingIds: idsOf(bookings), protocol: { condition, defects: condition === 'defects' ? defects.trim() : '', meters: meters.trim(), keptCents } })) onClose()
  }
  return (
    <StepFrame title={t('halls.step.take-back')} confirm={t('halls.step.take-back')} count={bookings.length} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <Select label={t('halls.condition')} value={condition} hasFocus items={[{ id: 'good', name: t('halls.conditions.good') }, { id: 'defects', name: t('halls.conditions.defects') }]} onChange={id => setCondition(id === 'defects' ? 'defects' : 'good')} />
      {condition === 'defects' && <TextArea label={t('halls.defects')} value={defects} maxLength={2_000} isRequired error={isSent && lacksDefects ? errorSentences(t, { code: 'halls/defects-missing' }).happened : undefined} onChange={setDefects} />}
      <TextInput label={t('halls.meters')} value={meters} maxLength={500} onChange={setMeters} />
      <TextInput label={t('halls.kept')} hint={t('halls.keptHint', { amount: formatEuros(depositCents, language) })} value={kept} maxLength={12} error={isSent && isWrong ? t('halls.keptWrong', { amount: formatEuros(depositCents, language) }) : undefined} onChange={setKept} />
    </StepFrame>
  )
}
