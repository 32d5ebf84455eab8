import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { changedByHand } from '../../../../shared/domains/staff/grants.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { useStaffCommand } from '../mutations.ts'

interface Props {
  readonly account: Staff
  readonly departments: readonly Department[]
  readonly onClose: () => void
}

/** From one department to another, with every task that somebody has there. */
export function MoveDialog({ account, departments, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const held = new Set(changedByHand(account.grants).map(({ departmentId }) => departmentId))
  const from = departments.filter(({ id }) => held.has(id))
  const [fromId, setFrom] = useState<string | null>(from[0]?.id ?? null)
  const [toId, setTo] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useStaffCommand('move')
  const to = departments.filter(({ id, closedAt }) => id !== fromId && !closedAt)
  const send = async (): Promise<void> => {
    setSent(true)
    const [before, after] = [from.find(({ id }) => id === fromId), to.find(({ id }) => id === toId)]
    if (before && after && (await run({ accountId: account.id, fromDepartmentId: before.id, toDepartmentId: after.id }))) onClose()
  }
  return (
    <FormDialog title={t('staff.moveTitle', { name: account.name })} confirm={t('staff.move')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t(from.length === 0 ? 'staff.moveNothing' : 'staff.moveText')}</p>
      {from.length > 0 && <>
        <Select label={t('staff.moveFrom')} items={from} value={fromId} isRequired onChange={setFrom} />
        <Select label={t('staff.moveTo')} items={to} value={to.some(({ id }) => id === toId) ? toId : null} placeholder={t('staff.chooseDepartment')} isRequired error={isSent && !toId ? t('staff.departmentMissing') : undefined} onChange={setTo} />
      </>}
    </FormDialog>
  )
}
