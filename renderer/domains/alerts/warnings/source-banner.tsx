import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { silentSources } from './silent-sources.ts'
import { useSources } from './use-sources.ts'

/** A source of official warnings that has fallen silent, on every screen of an officer: that no warning comes says nothing then. */
export function SourceBanner({ onRead }: { readonly onRead: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const answer = useSources()
  const silent = answer.kind === 'here' ? silentSources(answer.value.sources, instantFromMs(nowMs)) : []
  const [first] = silent
  const name = first && (silent.length > 1 ? t('alertWarnings.silentMany', { count: silent.length }) : t('alertWarnings.silent', { name: first.name }))
  return (
    <>
      {/* Said once: the age beside it changes from minute to minute. */}
      <output className="sr-only">{name}</output>
      {first && (
        <div className="banner banner--warning warning-banner warning-banner--source">
          <Icon name="cloudOff" />
          <p className="warning-banner__text">
            <span><strong>{name}</strong> {first.answeredAt ? t('alertWarnings.silentSince', { age: formatRelative(first.answeredAt, nowMs, language) }) : t('alertWarnings.silentEver')} {t('alertWarnings.silentMeaning')}</span>
          </p>
          <Button icon="eye" onPress={onRead}>{t('alertWarnings.sources')}</Button>
        </div>
      )}
    </>
  )
}
