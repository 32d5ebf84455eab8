import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { contentFrom } from '../../../../shared/domains/alerts/fill-template.ts'
import type { AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { TemplateContent, WordsOf } from '../../../../shared/domains/alerts/template-problems.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Preview } from '../composer/preview.tsx'

interface Props {
  readonly content: TemplateContent
  readonly topic: AlertTopic | undefined
  readonly settings: AlertSettings | null
}

/** A message as it begins with these words, by each way; its gaps are still open. Its end can be looked at the same way. */
export function TemplatePreview({ content, topic, settings }: Props): ReactElement | null {
  const { t } = useTranslation()
  const now = instantFromMs(useNow())
  const [of, setOf] = useState<WordsOf>('wordings')
  if (!topic) return null
  const other = of === 'wordings' ? 'allClear' : 'wordings'
  const begun = contentFrom(content, topic, settings, now)
  return (
    <div className="stack">
      <Preview alert={{ mode: 'live', kind: of === 'allClear' ? 'all-clear' : 'alert', earlier: [] }} content={{ ...begun, wordings: content[of] }} />
      <div><Button kind="quiet" icon="eye" onPress={() => setOf(other)}>{t(`alertCatalogue.show.${other}`)}</Button></div>
    </div>
  )
}
