import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import { adviceFor } from '../../../../shared/domains/alerts/advice.ts'
import { problemsOf } from '../../../../shared/domains/alerts/problems.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import type { AlertCatalogue } from '../queries.ts'
import { isMerelyOpen, problemSentence, type ComposerProblem, type TimeField } from './composer-problems.ts'
import type { Composing } from './composing.ts'
import type { Composed } from './use-composed.ts'

/** What all parts of the composer work on, and the way to have everything said that is still missing. */
export function useComposing(alert: ShownAlert, { content, change }: Composed, { topics, settings }: AlertCatalogue): Composing & { readonly judge: () => void } {
  const { t } = useTranslation()
  const now = instantFromMs(useNow())
  const [isJudged, setJudged] = useState(false)
  const [unread, setUnread] = useState<readonly TimeField[]>([])
  const topic = topics.find(({ id }) => id === content.topicId)
  const { mode, kind } = alert
  const problems = useMemo((): readonly ComposerProblem[] => [
    ...problemsOf({ content, mode, kind }, topic, now).filter(({ field }) => !unread.some(one => one === field)),
    ...unread.map(field => ({ field, code: 'no-time' } as const)),
  ], [content, mode, kind, topic, now, unread])
  const advice = useMemo(() => adviceFor(content), [content])
  const noteTime = useCallback((field: TimeField, isReadable: boolean): void =>
    setUnread(before => (before.includes(field) === !isReadable ? before : isReadable ? before.filter(one => one !== field) : [...before, field])), [])
  return {
    alert, content, topic, settings, now, problems, advice, change, noteTime,
    judge: () => setJudged(true),
    errorAt: (field, language) => {
      const found = problems.find(problem => problem.field === field && (language === undefined || problem.language === language) && (isJudged || !isMerelyOpen(problem)))
      return found && problemSentence(t, found)
    },
  }
}
