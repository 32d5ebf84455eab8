import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPerson, type TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useAsking } from './queries.ts'
import type { StepProps } from './steps.ts'

const ROLES = ['clerk', 'lead', 'officer', 'administrator', 'data-protection-officer'] as const
type PersonRole = (typeof ROLES)[number]

interface Written {
  readonly name: string
  readonly login: string
  readonly role: PersonRole
  readonly departmentId: string | null
}
const NOBODY: Written = { name: '', login: '', role: 'clerk', departmentId: null }

const isOfDepartment = (role: PersonRole): boolean => role === 'clerk' || role === 'lead'

const personOf = ({ name, login, role, departmentId }: Written) =>
  NewPerson.safeParse({ name, login: login.trim(), task: { role, departmentId: isOfDepartment(role) ? departmentId : null } }).data

/** One person more at a time; the first password is shown once. */
export function PeopleStep({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [written, setWritten] = useState(NOBODY)
  const [isSent, setSent] = useState(false)
  const [added, setAdded] = useState<Added>()
  const { refusal, isRunning, run } = useAsking(client.townSetup.addPerson, ({ firstPassword }) => {
    setAdded({ name: written.name, login: written.login.trim(), firstPassword })
    setWritten({ ...NOBODY, role: written.role, departmentId: written.departmentId })
    setSent(false)
    onChanged()
  })
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    const person = personOf(written)
    if (person) run(person)
  }
  return (
    <form className="stack" onSubmit={add}>
      {refusal && <Problem refusal={refusal} />}
      <output>{added && <AddedNote {...added} />}</output>
      <Fields town={town} written={written} isSent={isSent} onChange={change => setWritten({ ...written, ...change })} />
      <div className="row"><Button type="submit" icon="plus" kind="primary" isDisabled={isRunning}>{t('townSetup.addPerson')}</Button></div>
    </form>
  )
}

function Fields({ town, written, isSent, onChange }: { readonly town: TownSetup; readonly written: Written; readonly isSent: boolean; readonly onChange: (change: Partial<Written>) => void }): ReactElement {
  const { t } = useTranslation()
  const missing = (isMissing: boolean, sentence: string): string | undefined => (isSent && isMissing ? sentence : undefined)
  return (
    <>
      <TextInput label={t('townSetup.personName')} value={written.name} onChange={name => onChange({ name })} error={missing(written.name.trim() === '', t('townSetup.nameMissing'))} maxLength={120} isRequired />
      <TextInput
        label={t('townSetup.login')} hint={t(town.hasOwnSignIn ? 'townSetup.loginHint' : 'townSetup.loginElsewhere')} value={written.login} onChange={login => onChange({ login })}
        error={missing(!NewPerson.shape.login.safeParse(written.login.trim()).success, t('townSetup.loginWrong'))} maxLength={80} isRequired
      />
      <Select label={t('townSetup.role')} items={ROLES.map(id => ({ id, name: t(`roles.${id}`) }))} value={written.role} onChange={role => onChange({ role: ROLES.find(known => known === role) ?? 'clerk' })} />
      {isOfDepartment(written.role) && (
        <Select
          label={t('townSetup.department')} items={town.departments} value={written.departmentId} placeholder={t('townSetup.chooseDepartment')} isRequired
          error={missing(written.departmentId === null, t('townSetup.departmentMissing'))} onChange={departmentId => onChange({ departmentId })}
        />
      )}
    </>
  )
}

interface Added {
  readonly name: string
  readonly login: string
  readonly firstPassword: string | null
}

function AddedNote({ name, login, firstPassword }: Added): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="town-setup__note">
      <p><strong>{t('townSetup.personAdded', { name, login })}</strong></p>
      {firstPassword !== null && <>
        <p>{t('townSetup.firstPassword')}</p>
        <div className="row"><code>{firstPassword}</code><CopyButton text={firstPassword} label={t('townSetup.copyPassword')} /></div>
      </>}
    </div>
  )
}
