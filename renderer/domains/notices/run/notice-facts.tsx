import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeContent } from '../../../../shared/domains/notices/content.ts'
import { addressLines, labelOf } from '../../../../shared/domains/notices/notice-letter-values.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** What one notice says: to whom, for which land, how much and until when. */
export function NoticeFacts({ content }: { readonly content: NoticeContent }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { recipient, salutation, debtorRole, period, reference, dueDay, email, items, totalCents, parcels } = content
  const facts: readonly (readonly [string, string])[] = [
    [t('notices.fields.reference'), reference],
    [t('notices.fields.dueDay'), formatPlainDay(dueDay, language)],
    [t('notices.fields.debtorRole'), t(`notices.roles.${debtorRole}`)],
    [t('notices.fields.period'), `${formatPlainDay(period.from, language)} – ${formatPlainDay(period.to, language)}`],
    ...(salutation ? [[t('notices.fields.salutation'), salutation] as const] : []),
    ...(email ? [[t('notices.fields.email'), email] as const] : []),
  ]
  return (
    <div className="notice-content">
      <address className="notice-content__address" lang="de">{addressLines(recipient).map((line, index) => <span key={index}>{line}</span>)}</address>
      <dl className="notice-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <DataTable caption={t('notices.fields.items')} isCaptionUnseen isPlain heads={[t('notices.fields.item'), { title: t('notices.fields.amount'), isNumber: true }]} foot={<tr><th scope="row">{t('notices.fields.total')}</th><td className="number"><b>{formatEuros(totalCents, language)}</b></td></tr>}>
        {items.map(({ label, cents }, index) => <tr key={index}><td lang="de">{label}</td><td className="number">{formatEuros(cents, language)}</td></tr>)}
      </DataTable>
      {parcels.length > 0 && (
        <DataTable caption={t('notices.fields.parcels')} isCaptionUnseen isPlain heads={[t('notices.fields.parcel'), { title: t('notices.fields.area'), isNumber: true }]}>
          {parcels.map((parcel, index) => <tr key={index}><td lang="de">{labelOf(parcel)}</td><td className="number">{parcel.areaSquareMetres === null ? '' : formatNumber(parcel.areaSquareMetres, language)}</td></tr>)}
        </DataTable>
      )}
    </div>
  )
}
