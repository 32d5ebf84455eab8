import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../../../shared/actor.ts'
import { grantsAt, isThere } from '../../../../shared/domains/staff/rights.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { RightsRow } from '../../../../shared/rights-matrix.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { instantFromMs } from '../../../../shared/time.ts'
import { useReadable } from '../../../core-client/readable.ts'
import { Button } from '../../../ui/button.tsx'
import { commandTitle } from '../../../ui/command-title.ts'
import { csvName, offerDownload } from '../../../ui/download.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Screen } from '../../../ui/screen.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useStaff } from '../queries.ts'
import { EVERYTHING, matrixCsv, matrixGroups, whereInWords, type MatrixFilter, type RightsHolder } from './matrix-rows.ts'
import { MatrixTable } from './matrix-table.tsx'
import '../staff.css'

/** Who may what: derived from what the program asserts. To be read, printed and saved. */
export function MatrixPage(): ReactElement {
  const { t } = useTranslation()
  const known = useStaff()
  return (
    <Screen isWide title={t('pages.rights')} intro={t('staff.matrixIntro')}>
      {known ? <Matrix {...known} /> : <p className="muted">{t('common.loading')}</p>}
    </Screen>
  )
}

const ALL = 'all'

function Matrix({ staff, departments }: { readonly staff: readonly Staff[]; readonly departments: readonly Department[] }): ReactElement {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<MatrixFilter>(EVERYTHING)
  const titleOf = useRightTitle()
  const groups = matrixGroups(filter, titleOf)
  const { account } = filter
  const now = instantFromMs(useNow())
  const people = staff.filter(one => isThere(one, now))
  const holderOf = (id: string): RightsHolder | null => {
    const chosen = people.find(one => one.id === id)
    return chosen ? { accountId: chosen.id, name: chosen.name, grants: grantsAt(chosen, staff, now) } : null
  }
  return (
    <div className="rights">
      <div className="staff__bar rights__bar">
        <Select
          label={t('staff.person')} items={[{ id: ALL, name: t('staff.noPerson') }, ...people.map(({ id, name, login }) => ({ id, name, note: login }))]} value={account?.accountId ?? ALL}
          onChange={id => setFilter({ ...filter, role: null, account: holderOf(id) })}
        />
        <Select
          label={t('staff.role')} items={[{ id: ALL, name: t('staff.everyRole') }, ...ROLES.map(id => ({ id, name: t(`roles.${id}`) }))]} value={filter.role ?? ALL}
          onChange={id => setFilter({ ...filter, account: null, role: ROLES.find(role => role === id) ?? null })}
        />
        <TextInput label={t('staff.searchRight')} value={filter.search} onChange={search => setFilter({ ...filter, search })} maxLength={80} />
        <Button icon="print" onPress={() => window.print()}>{t('staff.print')}</Button>
        <SaveButton groups={groups} account={account} departments={departments} />
      </div>
      <Stand />
      {account && <h2>{t('staff.matrixOf', { name: account.name })}</h2>}
      <MatrixTable groups={groups} account={account} departments={departments} titleOf={titleOf} />
      <p className="muted">{t('staff.matrixNote')}</p>
    </div>
  )
}

/** On paper nobody sees where and when it was printed. */
function Stand(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useReadable(useCore().session)
  const town = session?.kind === 'signed-in' ? session.townName : ''
  return <p className="rights__stand">{t('staff.matrixStand', { town: t('app.town', { town }), day: formatPlainDay(germanDayAt(useNow()), language) })}</p>
}

/** What a right is called: that of reading, or that of a command as it stands on its button. */
function useRightTitle(): (row: RightsRow) => string {
  const { t } = useTranslation()
  return ({ name, domain }) => (domain === 'reading' ? t(`staff.reading.${name as 'cases'}`) : commandTitle(t, name))
}

interface SaveProps {
  readonly groups: ReturnType<typeof matrixGroups>
  readonly account: RightsHolder | null
  readonly departments: readonly Department[]
}

function SaveButton({ groups, account, departments }: SaveProps): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const titleOf = useRightTitle()
  const save = (): void => {
    const head = [t('staff.area'), t('staff.right'), ...(account ? [t('staff.where')] : ROLES.map(role => t(`roles.${role}`)))]
    const csv = matrixCsv(head, groups, (row, domain) => [
      t(`staff.domains.${domain as 'staff'}`), titleOf(row),
      ...(account ? [whereInWords(account, row, departments, { wholeTown: t('staff.wholeTown'), lentBy: name => t('staff.lentBy', { name }) })] : ROLES.map(role => (row.roles.includes(role) ? t('staff.yes') : ''))),
    ])
    offerDownload(new Blob([csv]), csvName([t('pages.rights'), ...(account ? [account.name] : []), today]))
  }
  return <Button icon="download" onPress={save}>{t('staff.saveTable')}</Button>
}
