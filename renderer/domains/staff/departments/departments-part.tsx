import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { administersTown } from '../../../../shared/domains/staff/grants.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, IconButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useDepartmentCommand } from '../mutations.ts'
import { DepartmentDialog } from './department-dialog.tsx'
import { moved } from './moved.ts'

interface Props {
  readonly staff: readonly Staff[]
  readonly departments: readonly Department[]
  readonly isOnline: boolean
}

type Shown = { readonly kind: 'add' } | { readonly kind: 'rename'; readonly department: Department }

/** The departments in the order in which they are listed everywhere; those that are closed stay in sight. */
export function DepartmentsPart({ staff, departments, isOnline }: Props): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const [shown, setShown] = useState<Shown>()
  const order = useDepartmentCommand('order')
  const refusal = !administersTown(person) ? t('staff.onlyWholeTown') : isOnline ? undefined : t('staff.offline')
  const move = (index: number, by: 1 | -1): void => void order.run({ departmentIds: moved(departments.map(({ id }) => id), index, by) })
  return (
    <div className="staff">
      <p>{t('staff.departmentsIntro')}</p>
      <div className="row"><ActionButton kind="primary" icon="plus" isPrimary refusal={refusal} onPress={() => setShown({ kind: 'add' })}>{t('staff.addDepartment')}</ActionButton></div>
      <DataTable
        caption={t('staff.departmentsPart')} isCaptionUnseen isStackable
        heads={[t('staff.departmentName'), { title: t('staff.peopleThere'), isNumber: true }, t('staff.presence'), { title: t('staff.order'), isUnseen: true }, { title: t('staff.acts'), isUnseen: true }]}
      >
        {departments.map((department, index) => (
          <Line
            key={department.id} department={department} people={peopleIn(staff, department)} refusal={refusal} isMoving={order.isRunning}
            onUp={index > 0 ? () => move(index, -1) : undefined} onDown={index < departments.length - 1 ? () => move(index, 1) : undefined}
            onRename={() => setShown({ kind: 'rename', department })}
          />
        ))}
      </DataTable>
      {shown && <DepartmentDialog departments={departments} department={shown.kind === 'rename' ? shown.department : undefined} onClose={() => setShown(undefined)} />}
    </div>
  )
}

const peopleIn = (staff: readonly Staff[], { id }: Department): number => staff.filter(({ active, grants }) => active && grants.some(({ departmentId }) => departmentId === id)).length

interface LineProps {
  readonly department: Department
  readonly people: number
  readonly refusal: string | undefined
  readonly isMoving: boolean
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
  readonly onRename: () => void
}

function Line({ department, people, refusal, isMoving, onUp, onDown, onRename }: LineProps): ReactElement {
  const { t } = useTranslation()
  const close = useDepartmentCommand('close')
  const reopen = useDepartmentCommand('reopen')
  const { id: departmentId, name, closedAt } = department
  const isStill = isMoving || refusal !== undefined
  return (
    <tr className={closedAt ? 'staff__gone' : undefined}>
      <th scope="row">{name}</th>
      <td className="number">{people}</td>
      <td>{t(closedAt ? 'staff.departmentClosed' : 'staff.departmentOpen')}</td>
      <td className="staff__act">
        <IconButton icon="up" label={t('staff.moveUp', { name })} isDisabled={isStill || !onUp} onPress={() => onUp?.()} />
        <IconButton icon="down" label={t('staff.moveDown', { name })} isDisabled={isStill || !onDown} onPress={() => onDown?.()} />
      </td>
      <td className="staff__act">
        <div className="row row--end">
          <ActionButton icon="pencil" label={t('staff.renameOf', { name })} refusal={refusal} onPress={onRename}>{t('staff.rename')}</ActionButton>
          {closedAt
            ? <ActionButton label={t('staff.reopenOf', { name })} refusal={refusal} onPress={() => void reopen.run({ departmentId })}>{t('staff.reopenDepartment')}</ActionButton>
            : <ActionButton label={t('staff.closeOf', { name })} refusal={refusal} onPress={() => void close.run({ departmentId })}>{t('staff.closeDepartment')}</ActionButton>}
        </div>
      </td>
    </tr>
  )
}
