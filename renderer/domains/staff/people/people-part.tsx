import { useCallback, useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { addedAccount } from '../../../../shared/domains/staff/account-commands.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { ActionButton } from '../../../ui/button.tsx'
import type { GridColumn } from '../../../ui/grid.tsx'
import type { Sort } from '../../../ui/grid-rows.ts'
import { RowsGrid } from '../../../ui/rows-grid.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useAccountStates } from '../queries.ts'
import { EVERYBODY, presenceOf, shownPeople, taskInWords } from './people-rows.ts'
import { PersonDialog } from './person-dialog.tsx'
import { PersonPanel } from './person-panel.tsx'

interface Props {
  readonly staff: readonly Staff[]
  readonly departments: readonly Department[]
  readonly isOnline: boolean
}

const BY_NAME = { field: 'name', direction: 'asc' } as const
const BESIDE_ONE = ['name', 'tasks'] as const
const ALL = 'all'

/** Everybody with an account; the chosen one beside the list, with all that can be done. */
export function PeoplePart({ staff, departments, isOnline }: Props): ReactElement {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(EVERYBODY)
  const [chosenId, setChosen] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const { states, renew } = useAccountStates()
  const inWords = useTasksInWords(departments)
  const columns = useColumns(inWords)
  const shown = useCallback((all: readonly Staff[], sort: Sort) => shownPeople(all, filter, sort, inWords), [filter, inWords])
  const chosen = staff.find(({ id }) => id === chosenId)
  const choices = [{ id: ALL, name: t('staff.everyDepartment') }, ...departments.map(({ id, name }) => ({ id, name }))]
  return (
    <div className="staff">
      <div className="staff__bar">
        <TextInput label={t('staff.search')} value={filter.search} onChange={search => setFilter({ ...filter, search })} maxLength={120} />
        <Select label={t('staff.department')} items={choices} value={filter.departmentId ?? ALL} onChange={id => setFilter({ ...filter, departmentId: id === ALL ? null : id })} />
        <Tick label={t('staff.withLeft')} isOn={filter.withLeft} onChange={withLeft => setFilter({ ...filter, withLeft })} />
        <ActionButton kind="primary" icon="plus" isPrimary refusal={isOnline ? undefined : t('staff.offline')} onPress={() => setAdding(true)}>{t('staff.add')}</ActionButton>
      </div>
      <div className={chosen ? 'staff__work staff__work--one' : 'staff__work'}>
        <div className="staff__list">
          <RowsGrid label={t('staff.peoplePart')} columns={columns} defaultSort={BY_NAME} rows={staff} shown={shown} chosenId={chosenId} beside={BESIDE_ONE} onChoose={({ id }) => setChosen(id)} />
        </div>
        {chosen && <PersonPanel key={chosen.id} account={chosen} staff={staff} departments={departments} states={states} isOnline={isOnline} onStates={renew} />}
      </div>
      {isAdding && <PersonDialog departments={departments} onClose={() => setAdding(false)} onAdded={commandId => { setChosen(addedAccount(commandId)); renew() }} />}
    </div>
  )
}

/** What somebody may, in words; the same function as long as the departments are the same. */
export function useTasksInWords(departments: readonly Pick<Department, 'id' | 'name'>[]): (account: Staff) => string {
  const { t } = useTranslation()
  return useCallback(({ grants }: Staff) => grants.map(grant => taskInWords(grant, departments, role => t(`roles.${role}`))).join(', '), [departments, t])
}

function useColumns(inWords: (account: Staff) => string): readonly GridColumn<Staff>[] {
  const { t } = useTranslation()
  return useMemo(() => [
    { id: 'name', title: t('staff.name'), width: 160, share: 1, isSortable: true, text: ({ name }) => name, hint: ({ name }) => name },
    { id: 'login', title: t('staff.login'), width: 140, share: 1, isSortable: true, text: ({ login }) => login },
    { id: 'tasks', title: t('staff.tasks'), width: 220, share: 3, isSortable: true, text: inWords, hint: inWords },
    { id: 'presence', title: t('staff.presence'), width: 130, isSortable: true, text: account => t(`staff.presences.${presenceOf(account)}`) },
  ], [t, inWords])
}
