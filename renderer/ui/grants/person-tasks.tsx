import { useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_GRANTS } from '../../../shared/domains/staff/grants.ts'
import { Button } from '../button.tsx'
import { Select, type SelectItem } from '../select.tsx'
import { aTask, isOfDepartment, isTwice, PERSON_ROLES, type WrittenTask } from './written-tasks.ts'
import './person-tasks.css'

interface Props {
  readonly tasks: readonly WrittenTask[]
  readonly departments: readonly SelectItem[]
  readonly isSent: boolean
  /** Whether the last task can be taken away, too. */
  readonly mayBeNone?: boolean
  readonly onChange: (tasks: readonly WrittenTask[]) => void
}

/** What somebody is to do in the desk: one task, and as many more as there are. */
export function PersonTasks({ tasks, departments, isSent, mayBeNone = false, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const more = useRef<HTMLButtonElement>(null)
  const change = (key: string, changed: Partial<WrittenTask>): void => onChange(tasks.map(task => (task.key === key ? { ...task, ...changed } : task)))
  const remove = (gone: string): void => {
    onChange(tasks.filter(({ key }) => key !== gone))
    // The button that was pressed is gone with the task.
    more.current?.focus()
  }
  return (
    <>
      {tasks.map((task, index) => (
        <fieldset key={task.key} className={tasks.length > 1 ? 'person-task person-task--one' : 'person-task stack'}>
          <legend className={tasks.length > 1 ? 'field__label' : 'sr-only'}>{t('townSetup.taskNumber', { number: index + 1 })}</legend>
          <Task task={task} departments={departments} isSent={isSent} isTwice={isTwice(tasks, index)} hasFocus={index > 0} onChange={changed => change(task.key, changed)} />
          {(mayBeNone || tasks.length > 1) && <div className="row"><Button kind="quiet" icon="trash" onPress={() => remove(task.key)}>{t('townSetup.removeTask', { number: index + 1 })}</Button></div>}
        </fieldset>
      ))}
      {tasks.length < MOST_GRANTS && <div className="row"><Button ref={more} icon="plus" onPress={() => onChange([...tasks, aTask()])}>{t('townSetup.moreTasks')}</Button></div>}
    </>
  )
}

interface TaskProps extends Pick<Props, 'departments' | 'isSent'> {
  readonly task: WrittenTask
  readonly isTwice: boolean
  readonly hasFocus: boolean
  readonly onChange: (changed: Partial<WrittenTask>) => void
}

function Task({ task: { role, departmentId }, departments, isSent, isTwice: isSame, hasFocus, onChange }: TaskProps): ReactElement {
  const { t } = useTranslation()
  const twice = isSame ? t('townSetup.taskTwice') : undefined
  const ofDepartment = isOfDepartment(role)
  return (
    <>
      <Select
        label={t('townSetup.role')} items={PERSON_ROLES.map(id => ({ id, name: t(`roles.${id}`) }))} value={role} hasFocus={hasFocus} error={ofDepartment ? undefined : twice}
        onChange={chosen => onChange({ role: PERSON_ROLES.find(known => known === chosen) ?? 'clerk' })}
      />
      {ofDepartment && (
        <Select
          label={t('townSetup.department')} items={departments} value={departmentId} placeholder={t('townSetup.chooseDepartment')} isRequired
          error={isSent && departmentId === null ? t('townSetup.departmentMissing') : twice} onChange={chosen => onChange({ departmentId: chosen })}
        />
      )}
    </>
  )
}
