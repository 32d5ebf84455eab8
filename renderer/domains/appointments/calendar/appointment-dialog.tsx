import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { isPossible } from '../../../../shared/domains/appointments/counter-steps.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { useAppointmentCommand } from '../mutations.ts'
import { AppointmentDetails } from './appointment-details.tsx'
import { isMovable } from './destination.ts'
import { MoveForm } from './move-form.tsx'
import { PersonForm } from './person-form.tsx'
import type { Move } from './use-move.ts'
import { useWords } from './words.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly appointment: ShownAppointment
  readonly move: Move
  readonly onClose: () => void
}

type Task = 'move' | 'person' | 'cancel'

/** Everything about one appointment, and what can be done with it. */
export function AppointmentDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  const [task, setTask] = useState<Task>()
  const [last, setLast] = useState<Task>()
  const words = useWords(props.here)
  const back = (): void => {
    setLast(task)
    setTask(undefined)
  }
  const name = words.nameOf(props.appointment)
  return (
    <Dialog size={task === 'move' ? 'large' : 'medium'} title={task ? t(`calendar.tasks.${task}`, { name }) : name} isOpen onClose={props.onClose}>
      {task === undefined && <Overview {...props} last={last} onTask={setTask} />}
      {task === 'move' && <MoveForm {...props} onBack={back} />}
      {task === 'person' && <PersonForm {...props} onBack={back} />}
      {task === 'cancel' && <CancelForm {...props} onBack={back} />}
    </Dialog>
  )
}

interface OverviewProps extends Props {
  /** What somebody has come back from: its button has the focus again. */
  readonly last: Task | undefined
  readonly onTask: (task: Task) => void
}

function Overview({ here, appointment, last, onTask, onClose }: OverviewProps): ReactElement {
  const { t } = useTranslation()
  const again = useFirstFocus<HTMLButtonElement>(last !== undefined)
  const refOf = (task: Task): typeof again | null => (task === last ? again : null)
  const nowMs = useNow()
  const { run, isRunning } = useAppointmentCommand('step')
  const may = possibleNow(appointment, nowMs)
  const arrive = async (): Promise<void> => {
    if (await run({ appointmentId: appointment.id, step: 'arrive' })) onClose()
  }
  return (
    <>
      <AppointmentDetails here={here} appointment={appointment} />
      {may.isOver && <p className="muted">{t('calendar.isOver')}</p>}
      <DialogActions>
        {may.counter && <a className="button button--quiet" href="#/counter" onClick={onClose}>{t('calendar.toCounter')}</a>}
        {may.cancel && <Button kind="quiet" ref={refOf('cancel')} onPress={() => onTask('cancel')}>{t('calendar.cancelStart')}</Button>}
        {may.person && <Button ref={refOf('person')} onPress={() => onTask('person')}>{t('calendar.personStart')}</Button>}
        {may.move && <Button ref={refOf('move')} onPress={() => onTask('move')}>{t('calendar.moveStart')}</Button>}
        {may.arrive && <Button kind="primary" icon="check" isPending={isRunning} onPress={() => void arrive()}>{t('calendar.arrived')}</Button>}
      </DialogActions>
    </>
  )
}

interface Possible {
  readonly isOver: boolean
  readonly move: boolean
  readonly person: boolean
  readonly cancel: boolean
  readonly arrive: boolean
  readonly counter: boolean
}

/** What is over is read, not changed; who is here is served at the counter. */
function possibleNow(appointment: ShownAppointment, nowMs: number): Possible {
  const { status, startsAt, endsAt } = appointment
  const isHere = ['waiting', 'called', 'serving', 'parked'].includes(status)
  const isEnded = ['finished', 'cancelled'].includes(status)
  const move = isMovable(appointment, nowMs)
  const isOver = isEnded || (!move && !isHere && Date.parse(endsAt) <= nowMs)
  const isSoon = Math.abs(Date.parse(startsAt) - nowMs) < 12 * 3_600_000
  return {
    isOver, move, person: !isOver && status !== 'held', cancel: !isOver && isPossible('cancel', appointment),
    arrive: move && isSoon && isPossible('arrive', appointment), counter: isHere,
  }
}

/** Asks once; whoever gave an address is told. */
function CancelForm({ here, appointment, onBack, onClose }: Props & { readonly onBack: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useAppointmentCommand('cancel')
  const isSecret = useSecrets()(appointment.id)
  const first = useFirstFocus<HTMLButtonElement>()
  const cancel = async (): Promise<void> => {
    if (await run({ appointmentId: appointment.id })) onClose()
  }
  return (
    <>
      <AppointmentDetails here={here} appointment={appointment} isShort />
      <p>{appointment.email ? t('calendar.cancelTold', { email: isSecret ? t('calendar.keptEmail') : appointment.email }) : t('calendar.cancelNotTold')}</p>
      <DialogActions>
        <Button ref={first} onPress={onBack}>{t('calendar.cancelNot')}</Button>
        <Button kind="danger" icon="trash" isPending={isRunning} onPress={() => void cancel()}>{t('calendar.cancelNow')}</Button>
      </DialogActions>
    </>
  )
}
