import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { HandlingSubject } from './subject.ts'

/** For how many cases a dialog counts; nothing where it is about the one on the screen. */
export function ManyNote({ subject }: { readonly subject: HandlingSubject }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (subject.kind === 'case') return null
  return <p className="callout">{t('bulk.many', { count: subject.count, formatted: formatNumber(subject.count, language) })}</p>
}
