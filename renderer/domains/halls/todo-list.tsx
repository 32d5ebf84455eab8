import type { ReactElement } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import { conflictsOf } from '../../../shared/domains/halls/hall-steps.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { TODO_KINDS, todoFor, type TodoKind } from '../../../shared/domains/halls/todo.ts'
import type { Instant } from '../../../shared/time.ts'
import { PendingMark } from '../../ui/pending-mark.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { SecrecyBadge } from '../people/secrecy-badge.tsx'
import { useSecrets } from '../people/use-secrets.ts'
import { ConflictMark, OnlineMark, tenantName, timesInWords } from './hall-words.tsx'

interface Props {
  readonly halls: readonly Hall[]
  readonly bookings: readonly ShownHallBooking[]
  readonly now: Instant
  readonly onOpen: (bookingId: string) => void
}

interface Todo {
  readonly booking: ShownHallBooking
  /** How many of its series wait for the same. */
  readonly count: number
}

/** What is to be done now, the most urgent first; a series counts as one. */
export function TodoList({ halls, bookings, now, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="hall-todos">
      {TODO_KINDS.map(kind => {
        const todos = todosOf(kind, bookings, now)
        return (
          <section key={kind} className="hall-todo" aria-label={t(`halls.todo.${kind}`)}>
            <h2 className="hall-todo__title">{t(`halls.todo.${kind}`)} <span className="hall-todo__count">{todos.length}</span></h2>
            {todos.length === 0 ? <p className="muted">{t('halls.todo.nothing')}</p> : (
              <ul className="hall-todo__list">
                {todos.map(todo => <Line key={todo.booking.id} todo={todo} hall={halls.find(({ id }) => id === todo.booking.hallId)} hasConflict={kind === 'approve' && conflictsOf(todo.booking, bookings).length > 0} onOpen={onOpen} />)}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Line({ todo: { booking, count }, hall, hasConflict, onOpen }: { readonly todo: Todo; readonly hall: Hall | undefined; readonly hasConflict: boolean; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isSecret = useSecrets()(booking.id)
  return (
    <li>
      <AriaButton className="hall-todo__line" onPress={() => onOpen(booking.id)}>
        <span className="hall-todo__what">{booking.purpose} · {tenantName(booking.tenant)}</span>
        <span className="muted">{hall?.name} · {timesInWords(booking, language)}</span>
        {count > 1 && <span className="muted">{t('halls.seriesOf', { count })}</span>}
        {booking.channel === 'portal' && booking.status === 'requested' && <OnlineMark />}
        {isSecret && <SecrecyBadge />}
        {hasConflict && <ConflictMark />}
        {booking.isPending && <PendingMark />}
      </AriaButton>
    </li>
  )
}

function todosOf(kind: TodoKind, bookings: readonly ShownHallBooking[], now: Instant): readonly Todo[] {
  const todos = new Map<string, Todo>()
  for (const booking of bookings.filter(one => todoFor(one, now) === kind)) {
    const key = booking.seriesId ?? booking.id
    const known = todos.get(key)
    todos.set(key, known ? { ...known, count: known.count + 1 } : { booking, count: 1 })
  }
  return [...todos.values()]
}
