import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Login } from '../../../../shared/domains/staff/account-commands.ts'
import { changedByHand, GivenGrants, keptAsTheyAre } from '../../../../shared/domains/staff/grants.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import type { CommandId } from '../../../../shared/ids.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { PersonTasks } from '../../../ui/grants/person-tasks.tsx'
import { aTask, grantOf, writtenTask, type WrittenTask } from '../../../ui/grants/written-tasks.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useStaffCommand } from '../mutations.ts'
import { TaskWords } from './task-words.tsx'

interface Props {
  readonly departments: readonly Department[]
  /** The account to be changed; without one a person is added. */
  readonly account?: Staff
  readonly onAdded?: (commandId: CommandId) => void
  readonly onClose: () => void
}

/** Name, login and tasks of somebody. Of an account that is there, a person may be left without any task. */
export function PersonDialog({ departments, account, onAdded, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState(account?.name ?? '')
  const [login, setLogin] = useState(account?.login ?? '')
  const [tasks, setTasks] = useState<readonly WrittenTask[]>(() => (account ? changedByHand(account.grants).map(writtenTask) : [aTask()]))
  const [isSent, setSent] = useState(false)
  const add = useStaffCommand('add')
  const change = useStaffCommand('change')
  const missing = (isMissing: boolean, sentence: string): string | undefined => (isSent && isMissing ? sentence : undefined)
  const send = async (): Promise<void> => {
    setSent(true)
    const grants = GivenGrants.safeParse(tasks.map(grantOf))
    const typed = Login.safeParse(login.trim())
    if (!grants.success || !typed.success || name.trim() === '' || (!account && grants.data.length === 0)) return
    const person = { login: typed.data, name: name.trim(), grants: grants.data }
    if (account ? await change.run({ accountId: account.id, ...person }) : await add.run(person, ({ commandId }) => onAdded?.(commandId))) onClose()
  }
  return (
    <FormDialog title={t(account ? 'staff.changeTitle' : 'staff.addTitle')} confirm={t(account ? 'staff.save' : 'staff.add')} isRunning={add.isRunning || change.isRunning} onSend={() => void send()} onClose={onClose}>
      <TextInput label={t('staff.name')} value={name} onChange={setName} maxLength={120} isRequired error={missing(name.trim() === '', t('staff.nameMissing'))} />
      <TextInput label={t('staff.login')} hint={t(account ? 'staff.loginChangeHint' : 'staff.loginHint')} value={login} onChange={setLogin} maxLength={80} isRequired error={missing(!Login.safeParse(login.trim()).success, t('staff.loginWrong'))} />
      {account && <Kept account={account} departments={departments} />}
      <PersonTasks tasks={tasks} departments={departments.filter(({ closedAt }) => !closedAt)} isSent={isSent} mayBeNone={account !== undefined} onChange={setTasks} />
    </FormDialog>
  )
}

/** What stays as it is whatever is changed here. */
function Kept({ account, departments }: { readonly account: Staff; readonly departments: readonly Department[] }): ReactElement | null {
  const { t } = useTranslation()
  const grants = keptAsTheyAre(account.grants)
  if (grants.length === 0) return null
  return (
    <div>
      <p className="field__label">{t('staff.keptTasks')}</p>
      <ul className="staff__lines">{grants.map(grant => <li key={`${grant.role}/${grant.departmentId}`}><TaskWords grant={grant} departments={departments} /></li>)}</ul>
    </div>
  )
}
