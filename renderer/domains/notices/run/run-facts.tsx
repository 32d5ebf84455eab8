import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeRun } from '../../../../shared/contract/notices.ts'
import { isRunOfReplacements } from '../../../../shared/domains/notices/correct-command.ts'
import { formatDayAndTime, formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { formatEuros } from '../../../ui/money.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** What a run is made of, what it asks for and costs, and who stands behind it. */
export function RunFacts({ whole: { run, kind, counts } }: { readonly whole: WholeRun }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { authors, source, submitted, checked, released } = run
  const said = ({ byName, at }: { readonly byName: string; readonly at: string }): string => t('notices.byAt', { name: byName, at: formatDayAndTime(at, language) })
  const facts: readonly (readonly [string, string])[] = [
    [t('notices.facts.letters'), formatNumber(run.letters, language)],
    [t('notices.facts.total'), formatEuros(run.totalCents, language)],
    ...(checked ? [[t('notices.facts.price'), formatEuros(checked.cents, language)] as const] : []),
    ...(counts.leftOut > 0 ? [[t('notices.facts.leftOut'), formatNumber(counts.leftOut, language)] as const] : []),
    ...(isRunOfReplacements(run) ? [] : [[t('notices.facts.file'), source.fileName] as const]),
    ...(submitted ? [[t('notices.facts.dated'), formatPlainDay(submitted.paper.dated, language)] as const] : []),
    ...(kind ? [[t('notices.facts.paper'), t(`notices.paper.${kind.isColor ? 'color' : 'black'}${kind.isDuplex ? 'Duplex' : 'Simplex'}`)] as const] : []),
    [t('notices.facts.authors'), authors.map(({ name }) => name).join(', ')],
    ...(submitted ? [[t('notices.facts.submitted'), said(submitted)] as const] : []),
    ...(released ? [[t('notices.facts.released'), said(released)] as const] : []),
  ]
  return (
    <section aria-label={t('notices.facts.title')} className="notice-box">
      <dl className="notice-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {released && <p><Link to="/notices/finality" search={{ run: run.id }}>{t('notices.finalityOfRun')}</Link></p>}
    </section>
  )
}
