import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../ui/text-input.tsx'
import type { Messages } from './use-messages.ts'

/** The wording of the messages, for whoever wants it otherwise. */
export function MessageTemplates({ messages: { templates, set, words } }: { readonly messages: Messages }): ReactElement {
  const { t } = useTranslation()
  const hint = t('hours.work.wordingHint', { words: Object.values(words).map(word => `{${word}}`).join(', ') })
  return (
    <details className="work__wording">
      <summary>{t('hours.work.wording')}</summary>
      <div className="hours__pair">
        <TextArea label={t('hours.work.wordingMoved')} hint={hint} value={templates.moved} maxLength={1_000} onChange={moved => set({ ...templates, moved })} />
        <TextArea label={t('hours.work.wordingCancelled')} hint={hint} value={templates.cancelled} maxLength={1_000} onChange={cancelled => set({ ...templates, cancelled })} />
      </div>
    </details>
  )
}
