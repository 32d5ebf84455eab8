import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Channel } from '../domains/alerts/content.ts'
import { TopicId } from '../ids.ts'
import { Instant } from '../time.ts'

/** How one way out of the house stands, for real messages or for drills. */
export const WayState = z.object({
  channel: Channel,
  mode: z.enum(['live', 'training']),
  isSetUp: z.boolean(),
  /** When the last messages by this way last handed something over; null: none of them did. */
  handedAt: Instant.nullable(),
  /** When they last failed for somebody. */
  failedAt: Instant.nullable(),
})
export type WayState = z.infer<typeof WayState>

/** The channel as a whole: what carries it, and how many want to hear which topic. Counts alone, never who. */
export const ChannelState = z.object({
  ways: z.array(WayState).max(20),
  people: z.array(z.object({ topicId: TopicId, channel: Channel, count: z.int() })),
})
export type ChannelState = z.infer<typeof ChannelState>

/** For whoever answers for the channel as a whole; under `/v1`. */
export const alertChannelContract = {
  channel: oc
    .route({ method: 'GET', path: '/alerts/channel', tags: ['alerts'], summary: 'Which ways are set up and when each last carried something; how many subscribe to each topic' })
    .output(ChannelState),
}
