import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { pricesOn, type PostPrices } from '../../../../shared/domains/notices/price.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** What letters cost today, to be read. */
export function PricesPart(): ReactElement {
  const { t } = useTranslation()
  const prices = pricesOn(germanDayAt(useNow()))
  return (
    <div className="stack">
      <p>{t('noticeSettings.prices.meaning')}</p>
      {prices ? <Prices prices={prices} /> : <p className="callout">{t('noticeSettings.prices.none')}</p>}
    </div>
  )
}

function Prices({ prices: { from, source, letter, furtherSheet, steps } }: { readonly prices: PostPrices }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const line = (what: string, { black, color }: Readonly<Record<'black' | 'color', number>>): ReactElement => (
    <tr><th scope="row">{what}</th><td className="number">{formatEuros(black, language)}</td><td className="number">{formatEuros(color, language)}</td></tr>
  )
  return (
    <>
      <DataTable
        caption={t('noticeSettings.prices.caption')}
        heads={[t('noticeSettings.prices.what'), { title: t('noticeSettings.prices.black'), isNumber: true }, { title: t('noticeSettings.prices.color'), isNumber: true }]}
      >
        {line(t('noticeSettings.prices.simplex'), { black: letter.black.simplex, color: letter.color.simplex })}
        {line(t('noticeSettings.prices.duplex'), { black: letter.black.duplex, color: letter.color.duplex })}
        {line(t('noticeSettings.prices.sheet'), furtherSheet)}
      </DataTable>
      {steps.map(({ letters, lessCents }) => <p key={letters}>{t('noticeSettings.prices.step', { letters: formatNumber(letters, language), less: formatEuros(lessCents, language) })}</p>)}
      <p className="muted">{t('noticeSettings.prices.valid', { day: formatPlainDay(from, language), source })}</p>
    </>
  )
}
