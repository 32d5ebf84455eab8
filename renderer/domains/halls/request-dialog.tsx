import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nextFreeDays } from '../../../shared/domains/halls/free-days.ts'
import { totalOf } from '../../../shared/domains/halls/prices.ts'
import { occupiedBy } from '../../../shared/domains/halls/request-command.ts'
import { TENANT_KINDS, type Hall } from '../../../shared/domains/halls/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { formatEuros } from '../../ui/money.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { timesInWords } from './hall-words.tsx'
import { REPEATS } from './request-draft.ts'
import { useRequest, type Requesting } from './use-request.ts'

interface Props {
  readonly halls: readonly Hall[]
  readonly onClose: () => void
}

/** Takes down a request for a house, one time or a series, and says at once what it costs and who else wants the day. */
export function RequestDialog({ halls, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const offered = halls.filter(({ active }) => active)
  const [hallId, setHall] = useState<string>(offered[0]?.id ?? '')
  const hall = offered.find(({ id }) => id === hallId)
  return (
    <Dialog size="large" title={t('halls.request')} isOpen onClose={onClose}>
      {hall && <RequestForm hall={hall} halls={offered} onHall={setHall} onClose={onClose} />}
    </Dialog>
  )
}

interface FormProps extends Props {
  readonly hall: Hall
  readonly onHall: (hallId: string) => void
}

function RequestForm({ hall, halls, onHall, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const requesting = useRequest(hall)
  const isOnline = useStatus()?.connection === 'online'
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (await requesting.send()) return onClose()
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('halls.requestOffline')}</p>}
      <Select label={t('halls.hall')} items={halls.map(({ id, name, capacity }) => ({ id, name, note: t('halls.upTo', { count: capacity }) }))} value={hall.id} onChange={onHall} />
      {(hall.description || hall.equipment.length > 0) && <p className="muted">{[hall.description, hall.equipment.join(', ')].filter(Boolean).join(' · ')}</p>}
      <TimeFields {...requesting} />
      <Findings hall={hall} requesting={requesting} />
      <WishFields {...requesting} />
      <TenantFields {...requesting} />
      <TextArea label={t('halls.note')} value={requesting.draft.note} maxLength={1_000} onChange={note => requesting.change({ note })} onSubmit={() => void send()} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={requesting.isRunning}>{t('halls.sendRequest', { count: requesting.judged?.times.length ?? 1 })}</Button>
      </DialogActions>
    </form>
  )
}

type FieldProps = Pick<Requesting, 'draft' | 'change' | 'errors'>

function TimeFields({ draft, change, errors }: FieldProps): ReactElement {
  const { t } = useTranslation()
  const dayHint = t('list.filter.dateHint')
  return (
    <>
      <div className="hall-fields">
        <TextInput label={t('halls.day')} value={draft.day} placeholder={dayHint} maxLength={10} isRequired error={errors.day} onChange={day => change({ day })} />
        <TextInput label={t('halls.from')} value={draft.startTime} maxLength={9} isRequired error={errors.startTime} onChange={startTime => change({ startTime })} />
        <TextInput label={t('halls.to')} value={draft.endTime} maxLength={9} isRequired error={errors.endTime} onChange={endTime => change({ endTime })} />
        {draft.repeat === 'once' && <TextInput label={t('halls.lastDay')} value={draft.lastDay} placeholder={t('halls.sameDay')} maxLength={10} error={errors.lastDay} onChange={lastDay => change({ lastDay })} />}
      </div>
      <div className="hall-fields">
        <Select label={t('halls.repeat')} items={REPEATS.map(id => ({ id, name: t(`halls.repeats.${id}`) }))} value={draft.repeat} onChange={id => change({ repeat: REPEATS.find(one => one === id) ?? 'once', lastDay: '' })} />
        {draft.repeat !== 'once' && <TextInput label={t('halls.until')} value={draft.until} placeholder={dayHint} maxLength={10} isRequired error={errors.until} onChange={until => change({ until })} />}
      </div>
      {draft.repeat !== 'once' && <Tick label={t('halls.withoutHolidays')} isOn={draft.withoutHolidays} onChange={withoutHolidays => change({ withoutHolidays })} />}
    </>
  )
}

function WishFields({ draft, change, errors }: FieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <TextInput label={t('halls.purpose')} value={draft.purpose} maxLength={200} isRequired error={errors.purpose} onChange={purpose => change({ purpose })} />
      <TextInput label={t('halls.persons')} value={draft.persons} maxLength={4} isRequired error={errors.persons} onChange={persons => change({ persons })} />
      <Select label={t('halls.channel')} items={(['telephone', 'counter', 'letter'] as const).map(id => ({ id, name: t(`halls.channels.${id}`) }))} value={draft.channel} onChange={id => change({ channel: id === 'counter' || id === 'letter' ? id : 'telephone' })} />
    </div>
  )
}

function TenantFields({ draft, change, errors }: FieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <Select label={t('halls.tenantKind')} items={TENANT_KINDS.map(id => ({ id, name: t(`halls.tenants.${id}`) }))} value={draft.kind} onChange={id => change({ kind: TENANT_KINDS.find(one => one === id) ?? 'resident' })} />
      <TextInput label={t('halls.name')} value={draft.name} maxLength={120} isRequired error={errors.name} onChange={name => change({ name })} />
      <TextInput label={t('halls.organisation')} value={draft.organisation} maxLength={160} onChange={organisation => change({ organisation })} />
      <TextInput label={t('halls.street')} value={draft.street} maxLength={160} onChange={street => change({ street })} />
      <TextInput label={t('halls.postalCode')} value={draft.postalCode} maxLength={10} onChange={postalCode => change({ postalCode })} />
      <TextInput label={t('halls.place')} value={draft.place} maxLength={120} onChange={place => change({ place })} />
      <TextInput label={t('halls.phone')} value={draft.phone} maxLength={40} onChange={phone => change({ phone })} />
      <TextInput label={t('halls.email')} value={draft.email} maxLength={254} error={errors.email} onChange={email => change({ email })} />
    </div>
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
