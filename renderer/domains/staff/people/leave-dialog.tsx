import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useStaffCommand } from '../mutations.ts'
import { DutiesList } from './duties-list.tsx'

interface Props {
  readonly account: Staff
  readonly staff: readonly Staff[]
  readonly onClose: () => void
}

const HOW = ['on-day', 'at-once'] as const
type How = (typeof HOW)[number]

/** When somebody leaves, and what they still have in hand, which can go to others before. */
export function LeaveDialog({ account, staff, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [how, setHow] = useState<How>('on-day')
  const [typed, setTyped] = useState(() => formatPlainDay(today, language))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useStaffCommand('leave')
  const day = parseDay(typed)
  const problem = !day ? t('list.filter.dateWrong') : day < today ? t('staff.dayOver') : undefined
  const send = async (): Promise<void> => {
    setSent(true)
    if (how === 'on-day' && (problem || !day)) return
    if (await run({ accountId: account.id, lastDay: how === 'on-day' && day ? day : null })) onClose()
  }
  return (
    <FormDialog title={t('staff.leaveTitle', { name: account.name })} size="large" confirm={t(how === 'at-once' ? 'staff.leaveNow' : 'staff.leaveOnDay')} kind="danger" isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t('staff.leaveText')}</p>
      <Select label={t('staff.leaveWhen')} items={HOW.map(id => ({ id, name: t(`staff.leaveHow.${id}`) }))} value={how} onChange={id => setHow(HOW.find(known => known === id) ?? 'on-day')} />
      {how === 'on-day'
        ? <TextInput label={t('staff.lastDay')} hint={t('staff.lastDayHint')} value={typed} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={isSent ? problem : undefined} onChange={setTyped} />
        : <p className="callout">{t('staff.leaveNowText')}</p>}
      <DutiesList account={account} staff={staff} />
    </FormDialog>
  )
}
