import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isEnded } from '../../../../shared/domains/applications/rules.ts'
import type { Missing } from '../../../../shared/domains/applications/missing.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { AskDialog } from './ask-dialog.tsx'
import type { Whole } from './case-actions.ts'
import { missingOf } from './missing-of.ts'

/** Whether everything is there, or what is not, with the way to ask for exactly that; `canAsk`: the person may. */
export function Completeness({ whole, canAsk }: { readonly whole: Whole; readonly canAsk: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  if (isEnded(whole.application) || whole.application.status === 'proposed') return null
  const missing = missingOf(whole)
  if (missing.length === 0) return <p className="complete complete--ok"><Icon name="checkCircle" size={16} />{t('work.complete.ok')}</p>
  return (
    <section className="complete complete--lacks" aria-label={t('work.complete.title')}>
      <p className="complete__title"><Icon name="warning" size={16} />{t('work.complete.missing', { count: missing.length })}</p>
      <ul className="complete__list">{missing.map(one => <li key={`${one.kind} ${one.label.de}`}><What missing={one} /></li>)}</ul>
      {whole.application.suspendedAt !== null && <p className="muted">{t('work.complete.askedBefore')}</p>}
      {canAsk && whole.application.suspendedAt === null && <Button icon="question" onPress={() => setAsking(true)}>{t('work.complete.ask')}</Button>}
      {isAsking && <AskDialog whole={whole} onClose={() => setAsking(false)} />}
    </section>
  )
}

function What({ missing }: { readonly missing: Missing }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const label = missing.label[language]
  if (missing.kind === 'document') return <>{t(missing.isCertain ? 'work.complete.document' : 'work.complete.perhaps', { label })}</>
  return <>{missing.isEmpty ? t('work.complete.answer', { label }) : t('work.complete.wrong', { label, what: missing.what[language] })}</>
}
