import type { AlertTemplate } from '../../../shared/domains/alerts/tables.ts'
import type { TopicKey } from './topics.ts'

/** What is said in one language: headline, what is going on, what to do, and all of it in two lines. */
export type Words = readonly [headline: string, text: string, instruction: string, short: string]

/** Words ready for an event, and for its end, in German and English. A gap has the same name in both, so that it is filled in once. */
export interface TemplatePlan {
  readonly topic: TopicKey
  readonly name: string
  readonly event: string
  readonly category: AlertTemplate['category']
  readonly severity: AlertTemplate['severity']
  readonly minutes: number
  readonly words: readonly [de: Words, en: Words]
  readonly over: readonly [de: Words, en: Words]
  readonly isOneClick?: boolean
}
