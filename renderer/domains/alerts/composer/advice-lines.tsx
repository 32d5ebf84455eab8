import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Advice } from '../../../../shared/domains/alerts/advice.ts'
import { plainer } from '../../../../shared/domains/alerts/plainer.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

interface Props {
  readonly advice: readonly Advice[]
  readonly text: string
  readonly onChange: (text: string) => void
}

/** What would be easier to understand, quietly; one press takes the plainer words. */
export function AdviceLines({ advice, text, onChange }: Props): ReactElement | null {
  const { t } = useTranslation()
  if (advice.length === 0) return null
  return (
    <ul className="alert-advices" aria-label={t('alerts.adviceList')}>
      {advice.map(({ code, quote, instead }) => (
        <li key={`${code} ${quote}`} className="alert-advice">
          <Icon name="idea" size={16} />
          <span>{t(`alerts.advice.${code}`, { quote: shortened(quote) })}</span>
          {instead !== null && <Button kind="quiet" onPress={() => onChange(plainer(text, { quote, instead }))}>{t('alerts.takeInstead', { instead })}</Button>}
        </li>
      ))}
    </ul>
  )
}

const LONGEST_QUOTE = 60

const shortened = (quote: string): string => (quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()} …` : quote)
