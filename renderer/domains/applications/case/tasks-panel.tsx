import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../../../shared/contract/around.ts'
import { isEnded } from '../../../../shared/domains/applications/rules.ts'
import type { Task } from '../../../../shared/domains/applications/work-tables.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { formatDay, formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useTaskCommand } from '../work-mutations.ts'
import type { Whole } from './case-actions.ts'
import { TaskForm } from './task-form.tsx'

/** What is to be done on the case: the steps its service orders, and what colleagues have added. */
export function TasksPanel({ whole, colleagues }: { readonly whole: Whole; readonly colleagues: readonly Colleague[] }): ReactElement {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const [withDone, setWithDone] = useState(false)
  const ended = isEnded(whole.application)
  const inOrder = stepsFirst(whole)
  const open = inOrder.filter(({ doneAt }) => doneAt === null)
  const done = inOrder.filter(({ doneAt }) => doneAt !== null)
  return (
    <section className="panel" aria-labelledby="tasks-title">
      <header className="panel__head">
        <h2 id="tasks-title" className="panel__title">{t('work.tasks.title')}</h2>
        {whole.tasks.length > 0 && <span className="panel__note">{open.length > 0 ? t('work.tasks.open', { count: open.length }) : t('work.tasks.allDone')}</span>}
      </header>
      {whole.tasks.length === 0 && <p className="muted">{t('work.tasks.none')}</p>}
      <ul className="tasks">
        {(withDone ? [...open, ...done] : open).map(task => <TaskLine key={task.id} task={task} whole={whole} isFixed={ended} />)}
      </ul>
      <div className="row">
        {!ended && <ActionButton kind="quiet" icon="plus" name="addTask" onPress={() => setAdding(true)}>{t('work.tasks.add')}</ActionButton>}
        {done.length > 0 && !withDone && <Button kind="quiet" onPress={() => setWithDone(true)}>{t('work.tasks.showDone', { count: done.length })}</Button>}
      </div>
      {isAdding && <TaskForm applicationId={whole.application.id} colleagues={colleagues} onClose={() => setAdding(false)} />}
    </section>
  )
}

/** The steps in the order in which the service puts them, then what colleagues have added. */
function stepsFirst({ tasks, service }: Whole): readonly Task[] {
  const place = ({ stepKey }: Task): number => {
    const index = service.steps.findIndex(({ key }) => key === stepKey)
    return index < 0 ? service.steps.length : index
  }
  return tasks.toSorted((one, other) => place(one) - place(other))
}

interface LineProps {
  readonly task: Task
  readonly whole: Whole
  readonly isFixed: boolean
}

function TaskLine({ task, whole: { application, service }, isFixed }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { personId } = usePerson()
  const finish = useTaskCommand('finish')
  const reopen = useTaskCommand('reopen')
  const step = service.steps.find(({ key }) => key === task.stepKey)
  const title = step?.title[language] ?? task.title
  const isDone = task.doneAt !== null
  const toggle = (): void => void (isDone ? reopen : finish).run({ applicationId: application.id, taskId: task.id })
  return (
    <li className={isDone ? 'task task--done' : 'task'}>
      {isFixed
        ? <span className="task__tick"><Icon name={isDone ? 'checkCircle' : 'circle'} /></span>
        : <button type="button" aria-pressed={isDone} aria-label={t('work.tasks.done', { title })} className="button button--icon task__tick" onClick={toggle}><Icon name={isDone ? 'checkCircle' : 'circle'} /></button>}
      <div className="task__text">
        <p className="task__title">{title}</p>
        <p className="task__facts">
          {task.isRequired && !isDone && <span className="task__required">{t('work.tasks.required')}</span>}
          {step?.role === 'lead' && !isDone && <span>{t('work.tasks.forLeads')}</span>}
          {task.assigneeName && <span>{task.assigneeId === personId ? t('list.me') : task.assigneeName}</span>}
          <Due task={task} />
          {isDone && task.doneAt && <span>{t('work.tasks.doneBy', { name: task.doneByName ?? t('history.somebody'), time: formatDayAndTime(task.doneAt, language) })}</span>}
          {task.version === 0 && <PendingMark />}
        </p>
      </div>
    </li>
  )
}

function Due({ task: { dueAt, doneAt } }: { readonly task: Task }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  if (dueAt === null || doneAt !== null) return null
  const day = formatDay(dueAt, language)
  return Date.parse(dueAt) < nowMs ? <span className="late">{t('work.tasks.late', { day })}</span> : <span>{t('work.tasks.due', { day })}</span>
}
