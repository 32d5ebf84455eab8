import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { administersTown } from '../../../../shared/domains/staff/grants.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import type { AccountStates } from '../../../../shared/wire/staff.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { ComeBackDialog } from './come-back-dialog.tsx'
import { DutiesDialog } from './duties-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { lastDayOf, presenceOf } from './people-rows.ts'
import { PersonDialog } from './person-dialog.tsx'
import { TaskWords } from './task-words.tsx'

interface Props {
  readonly account: Staff
  readonly staff: readonly Staff[]
  readonly departments: readonly Department[]
  readonly states: AccountStates | undefined
  readonly isOnline: boolean
  /** The service knows more about the account's sign-in now. */
  readonly onStates: () => void
}

type Act = 'change' | 'move' | 'password' | 'duties' | 'leave' | 'come-back'

/** One account: what is known of it, and all that an administrator does with it. */
export function PersonPanel({ account, staff, departments, states, isOnline, onStates }: Props): ReactElement {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act>()
  const close = (): void => setAct(undefined)
  return (
    <section className="staff__one" aria-label={account.name}>
      <h2>{account.name}</h2>
      <Facts account={account} states={states} />
      <h3>{t('staff.tasks')}</h3>
      <Tasks account={account} departments={departments} />
      <Acts account={account} hasOwnSignIn={states?.hasOwnSignIn ?? false} isOnline={isOnline} onAct={setAct} />
      {act === 'change' && <PersonDialog account={account} departments={departments} onClose={close} />}
      {act === 'move' && <MoveDialog account={account} departments={departments} onClose={close} />}
      {act === 'password' && <PasswordDialog account={account} onClose={() => { close(); onStates() }} />}
      {act === 'duties' && <DutiesDialog account={account} staff={staff} onClose={close} />}
      {act === 'leave' && <LeaveDialog account={account} staff={staff} onClose={close} />}
      {act === 'come-back' && <ComeBackDialog account={account} departments={departments} onClose={close} />}
    </section>
  )
}

function Facts({ account, states }: Pick<Props, 'account' | 'states'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const state = states?.accounts.find(({ accountId }) => accountId === account.id)
  const lastDay = lastDayOf(account)
  return (
    <dl>
      <dt>{t('staff.login')}</dt><dd>{account.login}</dd>
      <dt>{t('staff.presence')}</dt><dd>{lastDay ? t('staff.leavesOn', { day: formatPlainDay(lastDay, language) }) : t(`staff.presences.${presenceOf(account)}`)}</dd>
      {states?.hasOwnSignIn && state && <><dt>{t('staff.password')}</dt><dd>{t(`staff.passwords.${state.password}`)}</dd></>}
      {state && <><dt>{t('staff.lastSeen')}</dt><dd>{state.lastSeenAt ? formatDayAndTime(state.lastSeenAt, language) : t('staff.neverSeen')}</dd></>}
    </dl>
  )
}

function Tasks({ account: { grants }, departments }: Pick<Props, 'account' | 'departments'>): ReactElement {
  const { t } = useTranslation()
  if (grants.length === 0) return <p className="muted">{t('staff.noTasks')}</p>
  return (
    <ul className="staff__lines">
      {grants.map(grant => <li key={`${grant.role}/${grant.departmentId}/${grant.fromGroup ?? ''}`}><TaskWords grant={grant} departments={departments} /></li>)}
    </ul>
  )
}

interface ActsProps {
  readonly account: Staff
  readonly hasOwnSignIn: boolean
  readonly isOnline: boolean
  readonly onAct: (act: Act) => void
}

/** Why a button cannot be pressed is said beside it: offline, one's own account, or no administrator of the whole town. */
function Acts({ account, hasOwnSignIn, isOnline, onAct }: ActsProps): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const isSelf = person.personId === account.personId
  const usual = !administersTown(person) ? t('staff.onlyWholeTown') : isOnline ? undefined : t('staff.offline')
  const notOneself = usual ?? (isSelf ? t('staff.notOneself') : undefined)
  const presence = presenceOf(account)
  return (
    <div className="staff__acts">
      {presence !== 'left' && <ActionButton icon="pencil" refusal={usual} onPress={() => onAct('change')}>{t('staff.change')}</ActionButton>}
      {presence !== 'left' && <ActionButton icon="forward" refusal={usual} onPress={() => onAct('move')}>{t('staff.move')}</ActionButton>}
      {presence !== 'left' && hasOwnSignIn && <ActionButton icon="lock" refusal={notOneself} onPress={() => onAct('password')}>{t('staff.givePassword')}</ActionButton>}
      <ActionButton icon="list" refusal={usual} onPress={() => onAct('duties')}>{t('staff.duties')}</ActionButton>
      {presence === 'there'
        ? <ActionButton kind="danger" icon="crossCircle" refusal={notOneself} onPress={() => onAct('leave')}>{t('staff.leave')}</ActionButton>
        : <ActionButton icon="undo" refusal={usual} onPress={() => onAct('come-back')}>{t(presence === 'left' ? 'staff.comeBack' : 'staff.stay')}</ActionButton>}
      {presence === 'leaving' && <ActionButton kind="danger" icon="crossCircle" refusal={notOneself} onPress={() => onAct('leave')}>{t('staff.leave')}</ActionButton>}
    </div>
  )
}
