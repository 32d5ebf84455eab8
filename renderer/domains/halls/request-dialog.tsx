import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nextFreeDays } from '../../../shared/domains/halls/free-days.ts'
import { totalOf } from '../../../shared/domains/halls/prices.ts'
import { occupiedBy } from '../../../shared/domains/halls/request-command.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import type { TypedDraft } from '../../ui/editing/use-typed-draft.ts'
import { formatPlainDay } from '../../ui/format.ts'
import { formatEuros } from '../../ui/money.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { timesInWords } from './hall-words.tsx'
import type { KeptRequest } from './request-draft.ts'
import { ChannelField, RepeatFields, TenantFields, WhenFields, WishFields } from './request-fields.tsx'
import { useRequestDraft } from './use-request-draft.ts'
import { useRequest, type Requesting } from './use-request.ts'

interface Props {
  readonly halls: readonly Hall[]
  readonly onClose: () => void
}

/** Takes down a request for a house, one time or a series, and says at once what it costs and who else wants the day. */
export function RequestDialog({ halls, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const offered = halls.filter(({ active }) => active)
  const kept = useRequestDraft()
  const hall = offered.find(({ id }) => id === kept.draft?.hallId) ?? offered[0]
  return (
    <Dialog size="large" title={t('halls.request')} isOpen onClose={onClose}>
      {!kept.draft && <p className="muted">{t('common.loading')}</p>}
      {kept.draft && hall && <RequestForm hall={hall} halls={offered} kept={kept} draft={kept.draft} onClose={onClose} />}
    </Dialog>
  )
}

interface FormProps extends Props {
  readonly hall: Hall
  readonly kept: TypedDraft<KeptRequest>
  readonly draft: KeptRequest
}

function RequestForm({ hall, halls, kept, draft, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const requesting = useRequest(hall, draft, kept)
  const [isFromEarlier, setFromEarlier] = useState(kept.isFromEarlier)
  const isOnline = useStatus()?.connection === 'online'
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus(), [])
  const startAnew = (): void => {
    kept.startAnew()
    setFromEarlier(false)
  }
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (await requesting.send()) return onClose()
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={event => void send(event)}>
      {isFromEarlier && <p className="callout hall-earlier"><span>{t('halls.fromEarlier')}</span><Button kind="quiet" onPress={startAnew}>{t('halls.startAnew')}</Button></p>}
      {!isOnline && <p className="callout">{t('halls.requestOffline')}</p>}
      <Select label={t('halls.hall')} items={halls.map(({ id, name, capacity }) => ({ id, name, note: t('halls.upTo', { count: capacity }) }))} value={hall.id} onChange={hallId => kept.change({ hallId })} />
      {(hall.description || hall.equipment.length > 0) && <p className="muted">{[hall.description, hall.equipment.join(', ')].filter(Boolean).join(' · ')}</p>}
      <WhenFields {...requesting} hasLastDay={requesting.draft.repeat === 'once'} />
      <RepeatFields {...requesting} />
      <Findings hall={hall} requesting={requesting} />
      <WishFields {...requesting}><ChannelField {...requesting} /></WishFields>
      <TenantFields {...requesting} />
      <TextArea label={t('halls.note')} value={requesting.draft.note} maxLength={1_000} onChange={note => requesting.change({ note })} onSubmit={() => void send()} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={requesting.isRunning}>{t('halls.sendRequest', { count: requesting.judged?.times.length ?? 1 })}</Button>
      </DialogActions>
    </form>
  )
}

const MOST_SHOWN = 5

/** What it costs, who else wants the time, and which days are free where it is taken. */
function Findings({ hall, requesting: { judged, prices, bookings, draft } }: { readonly hall: Hall; readonly requesting: Requesting }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!judged) return null
  const { times, taken, alsoWanted } = judged
  const [first] = taken
  const free = first && draft.repeat === 'once' ? nextFreeDays({ hallId: hall.id, ...occupiedBy(hall, first) }, germanDay(first.startsAt), bookings ?? [], 3) : []
  return (
    <output className="hall-findings">
      {draft.repeat !== 'once' && <p><b>{t('halls.seriesOf', { count: times.length })}</b> {times.slice(0, 3).map(one => timesInWords(one, language)).join(' · ')}{times.length > 3 ? ' …' : ''}</p>}
      {taken.length > 0 && <p className="late">{t(draft.repeat === 'once' ? 'halls.takenOnce' : 'halls.takenInSeries', { count: taken.length, days: taken.slice(0, MOST_SHOWN).map(one => timesInWords(one, language)).join(' · ') })}</p>}
      {free.length > 0 && <p>{t('halls.freeDays', { days: free.map(day => formatPlainDay(day, language)).join(', ') })}</p>}
      {alsoWanted > 0 && <p className="soon">{t('halls.alsoWanted', { count: alsoWanted })}</p>}
      {prices.length > 0 && <p>{t(times.length > 1 ? 'halls.costsEach' : 'halls.costs', { amount: formatEuros(totalOf(prices), language), deposit: formatEuros(hall.depositCents, language) })}</p>}
    </output>
  )
}
