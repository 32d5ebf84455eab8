import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DepartmentId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { plainId } from '../../ui/editing/plain-id.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useAsking } from '../../ui/use-asking.ts'
import type { StepProps } from './steps.ts'

/** So much of a name becomes an id: each letter may become two, and a number may follow. */
const NAMED_BY = 18

/** The departments there are, and one more at a time. */
export function DepartmentsStep({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { refusal, isRunning, run } = useAsking(client.townSetup.addDepartment, now => {
    toast({ kind: 'done', title: t('townSetup.departmentAdded', { name: name.trim() }) })
    setName('')
    onChanged(now)
  })
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    run({ id: DepartmentId.parse(plainId(name.trim().slice(0, NAMED_BY), town.departments.map(({ id }) => id), 'abteilung')), name: name.trim() })
  }
  return (
    <form className="stack" onSubmit={add}>
      {refusal && <Problem refusal={refusal} />}
      <ul className="town-setup__list" aria-label={t('townSetup.steps.departments')}>{town.departments.map(department => <li key={department.id}>{department.name}</li>)}</ul>
      <TextInput label={t('townSetup.departmentName')} hint={t('townSetup.departmentHint')} value={name} error={isMissing ? t('townSetup.departmentNameMissing') : undefined} onChange={setName} maxLength={120} isRequired />
      <div className="row"><Button type="submit" icon="plus" kind="primary" isDisabled={isRunning}>{t('townSetup.addDepartment')}</Button></div>
    </form>
  )
}
