import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { PrivacyRequest, ProtectionOverview } from '../../../../shared/wire/protection.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

/** What is due first, then what is kept on purpose, then the information given out. */
export function DuePart({ overview: { requests, deletable, withoutRule, held, secrecies, given } }: { readonly overview: ProtectionOverview }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stack audit">
      <section className="stack" aria-labelledby="protection-due">
        <h2 id="protection-due" className="panel__title">{t('protection.due')}</h2>
        <ul className="protection__due">
          <OpenRequests requests={requests.filter(({ answeredOn }) => answeredOn === null)} />
          {deletable > 0 && <li><Icon name="trash" /><span>{t('protection.deletable', { count: deletable })} <a href="#/privacy">{t('protection.toDeletion')}</a></span></li>}
          {withoutRule > 0 && <li><Icon name="warning" /><span>{t('protection.withoutRule', { count: withoutRule })}</span></li>}
          {held > 0 && <li><Icon name="pause" /><span>{t('protection.held', { count: held })}</span></li>}
          {secrecies > 0 && <li><Icon name="lock" /><span>{t('protection.secrecies', { count: secrecies })}</span></li>}
        </ul>
      </section>
      <Given given={given} />
    </div>
  )
}

function OpenRequests({ requests }: { readonly requests: readonly PrivacyRequest[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const overdue = requests.filter(({ dueOn }) => dueOn < today).length
  const next = requests.find(({ dueOn }) => dueOn >= today)
  if (requests.length === 0) return <li><Icon name="check" /><span>{t('protection.noRequests')}</span></li>
  return (
    <>
      {overdue > 0 && <li className="protection__overdue"><Icon name="warning" /><span>{t('protection.overdue', { count: overdue })}</span></li>}
      <li><Icon name="clock" /><span>{t('protection.openRequests', { count: requests.length })}. {next && t('protection.nextDue', { day: formatPlainDay(next.dueOn, language) })}</span></li>
    </>
  )
}

function Given({ given }: { readonly given: ProtectionOverview['given'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (given.length === 0) return <p className="muted">{t('protection.noneGiven')}</p>
  return (
    <DataTable caption={t('protection.given')} isStackable heads={[t('protection.when'), t('protection.by'), t('protection.person')]}>
      {given.map(({ at, byName, personName }, index) => (
        // They have no id of their own, and the list is only ever replaced as a whole.
        <tr key={`${at}/${index}`}>
          <th scope="row">{formatDayAndTime(at, language)}</th>
          <td>{byName ?? <span className="muted">{t('common.none')}</span>}</td>
          <td>{personName ?? <span className="muted">{t('protection.gone')}</span>}</td>
        </tr>
      ))}
    </DataTable>
  )
}
