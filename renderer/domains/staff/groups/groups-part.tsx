import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import type { SignInGroups } from '../../../../shared/wire/staff.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { PersonTasks } from '../../../ui/grants/person-tasks.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useAsking } from '../../../ui/use-asking.ts'
import { useGroups } from '../queries.ts'
import { aGroup, isNamedTwice, readGroups, writtenGroup, type WrittenGroup } from './written-groups.ts'

interface Props {
  readonly departments: readonly Department[]
  readonly isOnline: boolean
}

/** What groups of the town's own sign-in give; where people sign in at this service there are none. */
export function GroupsPart({ departments, isOnline }: Props): ReactElement {
  const { t } = useTranslation()
  const { answer } = useGroups()
  if (answer.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal} />
  if (answer.value.hasOwnSignIn) return <p className="callout">{t('staff.noGroupsHere')}</p>
  return <Groups known={answer.value} departments={departments} isOnline={isOnline} />
}

function Groups({ known, departments, isOnline }: Props & { readonly known: SignInGroups }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [written, setWritten] = useState(() => known.groups.map(writtenGroup))
  const [isSent, setSent] = useState(false)
  const { refusal, isRunning, run } = useAsking(client.staff.setGroups, ({ groups }) => {
    setWritten(groups.map(writtenGroup))
    setSent(false)
    toast({ kind: 'done', title: t('staff.groupsSaved') })
  })
  const save = (): void => {
    setSent(true)
    const groups = readGroups(written)
    if (groups) run(groups)
  }
  const change = (key: string, changed: Partial<WrittenGroup>): void => setWritten(written.map(group => (group.key === key ? { ...group, ...changed } : group)))
  return (
    <div className="staff">
      <p>{t('staff.groupsIntro', { claim: known.claim })}</p>
      <p>{t(known.opensAccounts ? 'staff.opensAccounts' : 'staff.opensNoAccounts')}</p>
      {refusal && <Problem refusal={refusal} />}
      {written.map((group, index) => (
        <fieldset key={group.key} className="staff__one">
          <legend className="sr-only">{t('staff.groupNumber', { number: index + 1 })}</legend>
          <TextInput
            label={t('staff.groupName')} hint={t('staff.groupHint')} value={group.name} maxLength={200} isRequired onChange={name => change(group.key, { name })}
            error={isNamedTwice(written, index) ? t('staff.groupTwice') : isSent && group.name.trim() === '' ? t('staff.groupMissing') : undefined}
          />
          <PersonTasks tasks={group.tasks} departments={departments.filter(({ closedAt }) => !closedAt)} isSent={isSent} onChange={tasks => change(group.key, { tasks })} />
          <div className="row"><Button kind="quiet" icon="trash" onPress={() => setWritten(written.filter(({ key }) => key !== group.key))}>{t('staff.removeGroup', { number: index + 1 })}</Button></div>
        </fieldset>
      ))}
      <div className="row">
        <Button icon="plus" onPress={() => setWritten([...written, aGroup()])}>{t('staff.addGroup')}</Button>
        <ActionButton kind="primary" icon="check" isPrimary refusal={isOnline ? undefined : t('staff.offline')} onPress={() => { if (!isRunning) save() }}>{t('staff.saveGroups')}</ActionButton>
      </div>
    </div>
  )
}
