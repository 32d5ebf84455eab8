import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { Icon } from '../../ui/icon.tsx'

/** Whether this wrong PIN was the last that could be tried. */
export const wasLastAttempt = (refusal: RefusalShown | undefined): boolean =>
  refusal?.code === 'session/wrong-pin' && refusal.facts?.['attemptsLeft'] === 0

/** After the last wrong PIN: what happened, that nothing is lost, and the one way that is left. */
export function PinUsedUp(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem__text">
        <p className="problem__title">{t('session.noAttempts.happened')}</p>
        <p>{t('session.noAttempts.meaning')}</p>
        <p>{t('session.noAttempts.todo')}</p>
      </div>
    </div>
  )
}
