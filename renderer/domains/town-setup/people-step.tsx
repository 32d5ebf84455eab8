import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPerson, type TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { PersonTasks } from '../../ui/grants/person-tasks.tsx'
import { aTask, grantOf, type WrittenTask } from '../../ui/grants/written-tasks.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useAsking } from '../../ui/use-asking.ts'
import type { StepProps } from './steps.ts'

interface Written {
  readonly name: string
  readonly login: string
  readonly tasks: readonly WrittenTask[]
}
const NOBODY: Written = { name: '', login: '', tasks: [aTask()] }

const personOf = ({ name, login, tasks }: Written) => NewPerson.safeParse({ name, login: login.trim(), grants: tasks.map(grantOf) }).data

/** One person more at a time; the first password is shown once. */
export function PeopleStep({ town, onChanged }: StepProps): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [written, setWritten] = useState(NOBODY)
  const [isSent, setSent] = useState(false)
  const [added, setAdded] = useState<Added>()
  const { refusal, isRunning, run } = useAsking(client.townSetup.addPerson, ({ firstPassword }) => {
    setAdded({ name: written.name, login: written.login.trim(), firstPassword })
    setWritten({ ...NOBODY, tasks: written.tasks.slice(0, 1) })
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
      <PersonTasks tasks={written.tasks} departments={town.departments} isSent={isSent} onChange={tasks => onChange({ tasks })} />
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
