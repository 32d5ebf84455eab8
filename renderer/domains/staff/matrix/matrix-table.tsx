import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../../../shared/actor.ts'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import type { RightsRow } from '../../../../shared/rights-matrix.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { whereInWords, type MatrixGroup, type RightsHolder } from './matrix-rows.ts'

interface Props {
  readonly groups: readonly MatrixGroup[]
  /** The person of whom it is shown where they may; null shows the roles. */
  readonly account: RightsHolder | null
  readonly departments: readonly Department[]
  readonly titleOf: (row: RightsRow) => string
}

/** A line for each right below the heading of its domain; a tick is said as well as drawn. */
export function MatrixTable({ groups, account, departments, titleOf }: Props): ReactElement {
  const { t } = useTranslation()
  if (groups.length === 0) return <p className="muted">{t('staff.noRights')}</p>
  const heads = [t('staff.right'), ...(account ? [t('staff.where')] : ROLES.map(role => t(`roles.${role}`)))]
  return (
    <DataTable caption={t('pages.rights')} isCaptionUnseen heads={heads}>
      {groups.map(({ domain, rows }) => (
        <Fragment key={domain}>
          <tr><th scope="colgroup" colSpan={heads.length}>{t(`staff.domains.${domain as 'staff'}`)}</th></tr>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{titleOf(row)}</th>
              {account
                ? <td>{whereInWords(account, row, departments, { wholeTown: t('staff.wholeTown'), lentBy: name => t('staff.lentBy', { name }) })}</td>
                : ROLES.map(role => <td key={role}>{row.roles.includes(role) && <><Icon name="check" size={16} /><span className="sr-only">{t('staff.yes')}</span></>}</td>)}
            </tr>
          ))}
        </Fragment>
      ))}
    </DataTable>
  )
}
