import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { GivenGrants } from '../../../../shared/domains/staff/grants.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { PersonTasks } from '../../../ui/grants/person-tasks.tsx'
import { aTask, grantOf, type WrittenTask } from '../../../ui/grants/written-tasks.ts'
import { useStaffCommand } from '../mutations.ts'

interface Props {
  readonly account: Staff
  readonly departments: readonly Department[]
  readonly onClose: () => void
}

/** Somebody who has left comes back with the tasks that are said here; who has not left yet stays as they are. */
export function ComeBackDialog({ account, departments, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [tasks, setTasks] = useState<readonly WrittenTask[]>(() => [aTask()])
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useStaffCommand('come-back')
  const hasLeft = !account.active
  const send = async (): Promise<void> => {
    setSent(true)
    const grants = GivenGrants.safeParse(hasLeft ? tasks.map(grantOf) : [])
    if (grants.success && (await run({ accountId: account.id, grants: grants.data }))) onClose()
  }
  return (
    <FormDialog title={t(hasLeft ? 'staff.comeBackTitle' : 'staff.stayTitle', { name: account.name })} confirm={t(hasLeft ? 'staff.comeBack' : 'staff.stay')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t(hasLeft ? 'staff.comeBackText' : 'staff.stayText')}</p>
      {hasLeft && <PersonTasks tasks={tasks} departments={departments.filter(({ closedAt }) => !closedAt)} isSent={isSent} onChange={setTasks} />}
    </FormDialog>
  )
}
