import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { HallContent } from '../../../shared/domains/halls/hall-commands.ts'
import { TENANT_KINDS, type Hall } from '../../../shared/domains/halls/tables.ts'
import { HallId, type DepartmentId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { centsOf, writtenCents } from '../../ui/money.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useHallCommand } from './mutations.ts'
import { contentOf, EMPTY_PRICE, UNITS, writtenHall, type WrittenHall } from './written-hall.ts'

interface Props {
  readonly halls: readonly Hall[]
  readonly departmentId: DepartmentId
  readonly onClose: () => void
}

const NEW = 'new'

/** Sets houses and what their contracts say; what is agreed already stays as it was agreed. */
export function HallEditor({ halls: all, departmentId, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const halls = all.filter(({ scope }) => scope === departmentScope(departmentId))
  const [chosen, setChosen] = useState<string>(halls[0]?.id ?? NEW)
  const hall = halls.find(({ id }) => id === chosen)
  return (
    <Dialog size="large" title={t('halls.edit')} isOpen onClose={onClose}>
      <Select label={t('halls.hall')} hasFocus value={chosen} items={[...halls.map(({ id, name }) => ({ id, name })), { id: NEW, name: t('halls.newHall') }]} onChange={setChosen} />
      <HallForm key={chosen} hall={hall} position={hall?.position ?? halls.length} departmentId={departmentId} onClose={onClose} />
    </Dialog>
  )
}

interface FormProps extends Omit<Props, 'halls'> {
  readonly hall: Hall | undefined
  readonly position: number
}

function HallForm({ hall, position, departmentId, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isOnline = useStatus()?.connection === 'online'
  const [written, setWritten] = useState<WrittenHall>(() => writtenHall(hall, cents => writtenCents(cents, language)))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useHallCommand('set')
  const content: HallContent | undefined = contentOf(written, position, text => centsOf(text, language))
  const change = (changed: Partial<WrittenHall>): void => setWritten({ ...written, ...changed })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (content && isOnline && !isRunning && (await run({ hallId: hall?.id ?? HallId.parse(crypto.randomUUID()), departmentId, content }))) onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('halls.editOffline')}</p>}
      <Fields written={written} change={change} />
      <TextInput label={t('halls.address')} value={written.address} maxLength={300} onChange={address => change({ address })} />
      <TextInput label={t('halls.equipment')} hint={t('halls.equipmentHint')} value={written.equipment} maxLength={1_000} onChange={equipment => change({ equipment })} />
      <TextArea label={t('halls.description')} value={written.description} maxLength={2_000} onChange={description => change({ description })} />
      <Prices written={written} change={change} />
      <TextArea label={t('halls.keyPlace')} value={written.keyPlace} maxLength={300} onChange={keyPlace => change({ keyPlace })} />
      <TextArea label={t('halls.houseRules')} value={written.houseRules} maxLength={6_000} onChange={houseRules => change({ houseRules })} />
      <TextArea label={t('halls.withdrawal')} value={written.withdrawal} maxLength={4_000} onChange={withdrawal => change({ withdrawal })} />
      <Tick label={t('halls.active')} isOn={written.active} onChange={active => change({ active })} />
      {isSent && !content && <p role="alert" className="field__hint field__hint--error">{t('halls.hallIncomplete')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || !isOnline}>{t('halls.saveHall')}</Button>
      </DialogActions>
    </form>
  )
}

interface PartProps {
  readonly written: WrittenHall
  readonly change: (changed: Partial<WrittenHall>) => void
}

function Fields({ written, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-fields">
      <TextInput label={t('halls.hallName')} value={written.name} maxLength={120} isRequired onChange={name => change({ name })} />
      <TextInput label={t('halls.locality')} value={written.locality} maxLength={80} isRequired onChange={locality => change({ locality })} />
      <TextInput label={t('halls.capacity')} value={written.capacity} maxLength={4} isRequired onChange={capacity => change({ capacity })} />
      <TextInput label={t('halls.minutesBefore')} value={written.minutesBefore} maxLength={4} isRequired onChange={minutesBefore => change({ minutesBefore })} />
      <TextInput label={t('halls.minutesAfter')} value={written.minutesAfter} maxLength={4} isRequired onChange={minutesAfter => change({ minutesAfter })} />
      <TextInput label={t('halls.keepYears')} value={written.keepYears} maxLength={2} isRequired onChange={keepYears => change({ keepYears })} />
      <TextInput label={`${t('halls.deposit')} (€)`} value={written.deposit} maxLength={12} isRequired onChange={deposit => change({ deposit })} />
    </div>
  )
}

/** The price list, line by line. */
function Prices({ written: { prices }, change }: PartProps): ReactElement {
  const { t } = useTranslation()
  const set = (index: number, changed: Partial<WrittenHall['prices'][number]>): void => change({ prices: prices.map((one, place) => (place === index ? { ...one, ...changed } : one)) })
  return (
    <fieldset className="stack">
      <legend className="field__label">{t('halls.priceList')}</legend>
      {prices.map((price, index) => (
        <div key={index} className="hall-price-line">
          <TextInput label={t('halls.priceLabel')} value={price.label} maxLength={120} onChange={label => set(index, { label })} />
          <Select label={t('halls.tenantKind')} items={TENANT_KINDS.map(id => ({ id, name: t(`halls.tenants.${id}`) }))} value={price.tenant} onChange={id => set(index, { tenant: TENANT_KINDS.find(one => one === id) ?? 'resident' })} />
          <Select label={t('halls.unit')} items={UNITS.map(id => ({ id, name: t(`halls.units.${id}`) }))} value={price.unit} onChange={id => set(index, { unit: UNITS.find(one => one === id) ?? 'flat' })} />
          <TextInput label={t('halls.amount')} value={price.amount} maxLength={12} onChange={amount => set(index, { amount })} />
          <Button icon="trash" kind="quiet" aria-label={t('common.remove', { what: price.label || t('halls.priceLabel') })} onPress={() => change({ prices: prices.filter((_, place) => place !== index) })}>{t('halls.removePrice')}</Button>
        </div>
      ))}
      <div><Button icon="plus" isDisabled={prices.length >= 30} onPress={() => change({ prices: [...prices, EMPTY_PRICE] })}>{t('halls.addPrice')}</Button></div>
    </fieldset>
  )
}
