import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { periodOf } from '../../../shared/domains/staff/deputies.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { germanDayAt } from '../../../shared/german-days.ts'
import { AccountId, type DepartmentId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { useNow, usePerson } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { formatPlainDay, parseDay } from '../../ui/format.ts'
import { Select, type SelectItem } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { fitDeputies, lendersFor } from './deputy-lines.ts'
import { useStaffCommand } from './mutations.ts'

interface Props {
  readonly staff: readonly Staff[]
  readonly departments: readonly { readonly id: DepartmentId; readonly name: string }[]
  readonly onClose: () => void
}

/** Who is stood in for, by whom, and on which days; only those who fit are offered. */
export function SetDialog({ staff, departments, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const lenders = lendersFor(staff, person)
  const [lenderId, setLender] = useState<string>(lenders[0]?.id ?? '')
  const [deputyId, setDeputy] = useState<string | null>(null)
  const days = useDays()
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useStaffCommand('set-deputy')
  const item = useItem(departments)
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => frame.current?.querySelector<HTMLElement>('button, input')?.focus(), [])
  const lender = staff.find(({ id }) => id === lenderId)
  const fit = lender ? fitDeputies(staff, person, lender) : []
  const deputy = fit.find(({ id }) => id === deputyId)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (!deputy || !days.read || isRunning) return
    if (await run({ accountId: deputy.id, forAccountId: AccountId.parse(lenderId), ...days.read })) onClose()
  }
  return (
    <Dialog title={t('deputies.setTitle')} isOpen onClose={onClose}>
      <form ref={frame} noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('deputies.setText')}</p>
        {lenders.length > 1 && <Select label={t('deputies.lender')} items={lenders.map(item)} value={lenderId} isRequired onChange={id => { setLender(id); setDeputy(null) }} />}
        {fit.length > 0
          ? <Select label={t('deputies.deputy')} items={fit.map(item)} value={deputy?.id ?? null} placeholder={t('deputies.choose')} error={isSent && !deputy ? t('deputies.chooseFirst') : undefined} isRequired onChange={setDeputy} />
          : <p className="callout">{t('deputies.nobodyFits')}</p>}
        <div className="deputies__dates">
          <TextInput label={t('deputies.firstDay')} value={days.first} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={isSent ? days.firstProblem : undefined} onChange={days.setFirst} />
          <TextInput label={t('deputies.lastDay')} hint={t('deputies.lastDayHint')} value={days.last} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={isSent ? days.lastProblem : undefined} onChange={days.setLast} />
        </div>
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="people" isDisabled={isRunning || fit.length === 0}>{t('deputies.set')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** A person as they are told apart from others of the same name: with their departments. */
function useItem(departments: Props['departments']): (account: Staff) => SelectItem {
  const { t } = useTranslation()
  const me = usePerson().personId
  return ({ id, personId, name, grants }) => {
    const places = grants.map(({ role, departmentId }) => departments.find(department => department.id === departmentId)?.name ?? t(`roles.${role}`))
    return { id, name: personId === me ? t('deputies.you', { name }) : name, note: [...new Set(places)].join(', ') }
  }
}

/** Both days as typed, and what stands against them by the rule that the service decides by. */
function useDays() {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const [first, setFirst] = useState(() => formatPlainDay(germanDayAt(nowMs), language))
  const [last, setLast] = useState('')
  const [firstDay, lastDay] = [parseDay(first), parseDay(last)]
  const period = firstDay && lastDay ? periodOf(firstDay, lastDay, instantFromMs(nowMs)) : undefined
  const said = period && !period.ok ? errorSentences(t, period.error) : undefined
  return {
    first, last, setFirst, setLast,
    read: period?.ok && firstDay && lastDay ? { firstDay, lastDay } : undefined,
    firstProblem: firstDay ? undefined : t('list.filter.dateWrong'),
    lastProblem: lastDay ? said && `${said.happened} ${said.todo}` : t('list.filter.dateWrong'),
  }
}
