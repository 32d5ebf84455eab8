import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import type { Advice } from '../../../../shared/domains/alerts/advice.ts'
import type { Content, Language } from '../../../../shared/domains/alerts/content.ts'
import type { AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { ComposerProblem, TimeField } from './composer-problems.ts'

/** What every part of the composer works on. */
export interface Composing {
  readonly alert: ShownAlert
  readonly content: Content
  readonly topic: AlertTopic | undefined
  readonly settings: AlertSettings | null
  readonly now: Instant
  readonly problems: readonly ComposerProblem[]
  readonly advice: readonly Advice[]
  readonly change: (part: Partial<Content>) => void
  /** What is wrong at a field, as a sentence; what is only missing is not said before somebody wanted to give it on. */
  readonly errorAt: (field: ComposerProblem['field'], language?: Language) => string | undefined
  /** Tells whether what is typed as a time can be read as one. */
  readonly noteTime: (field: TimeField, isReadable: boolean) => void
}
