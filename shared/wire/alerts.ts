import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Channel, Content, Language } from '../domains/alerts/content.ts'
import { MOST_EARLIER } from '../domains/alerts/tables.ts'
import { AlertId, TopicId } from '../ids.ts'
import { Instant } from '../time.ts'
import { alertChannelContract } from './alert-channel.ts'
import { alertPapersContract } from './alert-papers.ts'
import { officialWarningsContract } from './official-warnings.ts'

/** Whom a message would reach, before anybody has sent it. */
export const AudienceQuery = z.object({
  topicId: TopicId, mode: z.enum(['live', 'training']), areas: Content.shape.areas, channels: Content.shape.channels,
  /** What it corrects or ends: whoever was told of that is told of this. */
  earlier: z.array(AlertId).max(MOST_EARLIER),
})
export type AudienceQuery = z.infer<typeof AudienceQuery>

/** How many by each way; whoever has two of them is counted in both. No way without anybody to tell is left out. */
export const Audience = z.object({
  ways: z.array(z.object({ channel: Channel, language: Language, people: z.int() })),
  /** By locality of those who chose some; empty name: the whole town. */
  localities: z.array(z.object({ name: z.string(), people: z.int() })),
  /** Ways that cannot send at this moment, because nobody has set them up. */
  away: z.array(Channel),
})
export type Audience = z.infer<typeof Audience>

/** How far a message is by one way. */
export const WayProgress = z.object({
  channel: Channel,
  state: z.enum(['open', 'done', 'stopped', 'expired', 'published', 'away']),
  waiting: z.int(),
  handed: z.int(),
  /** Whose own server has said that it arrived, where a way can tell. */
  delivered: z.int(),
  failed: z.int(),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  /** What was read back of what a gateway stored, against what was approved; null where nothing is stored outside. */
  readBack: z.enum(['same', 'different', 'unreadable']).nullable(),
  reasons: z.array(z.object({ reason: z.string(), people: z.int() })).max(20),
})
export type WayProgress = z.infer<typeof WayProgress>

export const Progress = z.object({ alertId: AlertId, ways: z.array(WayProgress).max(8), at: Instant })
export type Progress = z.infer<typeof Progress>

const onAlert = z.object({ alertId: AlertId })

/** What the service alone knows of messages: whom they reach, and what becomes of them. For whoever may write on the topic; under `/v1`. */
export const alertsContract = {
  audience: oc
    .route({ method: 'POST', path: '/alerts/audience', tags: ['alerts'], summary: 'How many people a message would reach, by way, language and locality' })
    .input(AudienceQuery)
    .output(Audience),
  progress: oc
    .route({ method: 'GET', path: '/alerts/{alertId}/progress', tags: ['alerts'], summary: 'How far a message is by each way' })
    .input(onAlert)
    .output(Progress),
  retry: oc
    .route({ method: 'POST', path: '/alerts/{alertId}/retry', tags: ['alerts'], summary: 'Tries those again whom one way has not reached; nobody else' })
    .input(onAlert.extend({ channel: Channel }))
    .output(Progress),
  ...alertChannelContract,
  ...alertPapersContract,
  ...officialWarningsContract,
}
