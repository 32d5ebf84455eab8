import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpacingRule } from '../../../../shared/domains/vaccinations/schedule.ts'
import { quoted } from '../../../../shared/domains/vaccinations/sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly rule: Pick<SpacingRule, 'validFrom' | 'validTo' | 'source'>
  readonly isAhead: boolean
  readonly children?: ReactNode
}

/** From when to when a rule holds and where it was read. */
export function EditionHead({ rule: { validFrom, validTo, source }, isAhead, children }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const from = formatPlainDay(validFrom, language)
  return (
    <header className="planning__edition-head">
      <p>
        <strong>{validTo === null ? t('planning.rule.holdsFrom', { from }) : t('planning.rule.holdsFromTo', { from, to: formatPlainDay(validTo, language) })}</strong>
        {isAhead && <span className="soon"><Icon name="clock" size={16} />{t('planning.rule.ahead')}</span>}
        <span className="muted">{quoted(source)}</span>
        {source.url && <span className="muted planning__url">{source.url}</span>}
      </p>
      {children}
    </header>
  )
}
