import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentences, type RefusalShown } from './error-sentences.ts'
import { Icon } from './icon.tsx'

/** An error as a person needs it: what happened, what it means, what to do now, and the code for support. */
export function Problem({ refusal, children }: { readonly refusal: RefusalShown; readonly children?: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const sentences = errorSentences(t, refusal)
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem__text">
        <p className="problem__title">{sentences.happened}</p>
        <p>{sentences.meaning}</p>
        <p>{sentences.todo}</p>
        {children}
        <p className="problem__code">{t('problem.code', { code: refusal.code })}</p>
      </div>
    </div>
  )
}
