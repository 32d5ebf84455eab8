import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { worksIn } from '../../../../shared/domains/staff/rights.ts'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import type { Duties } from '../../../../shared/wire/staff.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStaffCommand } from '../mutations.ts'
import { useDuties } from '../queries.ts'

interface Props {
  readonly account: Staff
  readonly staff: readonly Staff[]
}

/** How much somebody has in hand in each department, and to whom it goes: numbers only, because an administrator sees no cases. */
export function DutiesList({ account, staff }: Props): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useDuties(account.id)
  if (answer.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal} />
  const { departments } = answer.value
  if (departments.length === 0) return <p>{t('staff.noDuties')}</p>
  return (
    <DataTable
      caption={t('staff.dutiesOf', { name: account.name })} isStackable
      heads={[t('staff.department'), { title: t('staff.cases'), isNumber: true }, { title: t('staff.todos'), isNumber: true }, { title: t('staff.conversations'), isNumber: true }, t('staff.handOver')]}
    >
      {departments.map(one => <Line key={one.departmentId} account={account} staff={staff} duties={one} onDone={renew} />)}
    </DataTable>
  )
}

const TO_NOBODY = 'nobody'

interface LineProps extends Props {
  readonly duties: Duties['departments'][number]
  readonly onDone: () => void
}

function Line({ account, staff, duties, onDone }: LineProps): ReactElement {
  const { t } = useTranslation()
  const [toId, setTo] = useState(TO_NOBODY)
  const { run, isRunning } = useStaffCommand('hand-over')
  const colleagues = staff.filter(other => other.personId !== account.personId && !other.leavesAt && worksIn(other, duties.departmentId))
  const hand = async (): Promise<void> => {
    const to = colleagues.find(({ id }) => id === toId)
    if (await run({ accountId: account.id, departmentId: duties.departmentId, toAccountId: to?.id ?? null })) onDone()
  }
  return (
    <tr>
      <th scope="row">{duties.name}</th>
      <td className="number">{duties.cases}</td>
      <td className="number">{duties.tasks}</td>
      <td className="number">{duties.conversations}</td>
      <td>
        <div className="stack">
          <Select label={t('staff.handOverTo', { department: duties.name })} items={[{ id: TO_NOBODY, name: t('staff.toDepartment') }, ...colleagues.map(({ id, name }) => ({ id, name }))]} value={toId} onChange={setTo} />
          <div className="row"><Button isDisabled={isRunning} onPress={() => void hand()}>{t('staff.handOver')}</Button></div>
        </div>
      </td>
    </tr>
  )
}
