import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { listed } from '../in-words.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { missingNumbers } from './agreed.ts'

interface Props {
  readonly german: string
  readonly english: string
  /** The German words have changed since. */
  readonly isBehind: boolean
  readonly onRight: () => void
}

/** What speaks for the English words saying something else than the German ones; nobody translates for anybody. */
export function EnglishLines({ german, english, isBehind, onRight }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const missing = missingNumbers(german, english)
  return (
    <output className="alert-advices">
      {isBehind && (
        <span className="alert-advice alert-advice--behind">
          <Icon name="clock" size={16} />
          <span>{t('alerts.englishBehind')}</span>
          <Button kind="quiet" onPress={onRight}>{t('alerts.englishRight')}</Button>
        </span>
      )}
      {missing.length > 0 && <span className="alert-advice alert-advice--behind"><Icon name="clock" size={16} /><span>{t('alerts.englishLacks', { numbers: listed(missing, language) })}</span></span>}
    </output>
  )
}
