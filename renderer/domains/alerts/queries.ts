import { skipToken, useQuery } from '@tanstack/react-query'
import type { ShownAlert } from '../../../shared/contract/alerts.ts'
import type { AlertSettings, AlertTemplate, AlertTopic, OfficialWarning } from '../../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../../shared/ids.ts'
import type { Audience, AudienceQuery } from '../../../shared/wire/alerts.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'

export interface AlertCatalogue {
  readonly topics: readonly AlertTopic[]
  readonly templates: readonly AlertTemplate[]
  /** Null until somebody has entered them. */
  readonly settings: AlertSettings | null
}

/** Topics in their order, words that lie ready, and what all messages have in common; undefined until they have been read. */
export function useAlertCatalogue(): AlertCatalogue | undefined {
  const { queries } = useCore()
  return useQuery(queries.alerts.catalogue.queryOptions()).data
}

/** All messages that this desk holds, the newest first; undefined until they have been read. */
export function useAlerts(): readonly ShownAlert[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.alerts.list.queryOptions()).data?.alerts
}

/** One message; null where there is none, undefined until it has been read. */
export function useAlert(alertId: AlertId | undefined): ShownAlert | null | undefined {
  const { queries } = useCore()
  return useQuery(queries.alerts.one.queryOptions({ input: alertId ? { alertId } : skipToken })).data?.alert
}

/** Warnings of other authorities, the newest first; undefined until they have been read. */
export function useOfficialWarnings(): readonly OfficialWarning[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.alerts.warnings.queryOptions()).data?.warnings
}

/** Whom a message would reach, as the service counts them now. */
export function useAudience(query: AudienceQuery | undefined): Answer<Audience> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.alerts.audience.queryOptions({ input: query ?? skipToken })))
}
