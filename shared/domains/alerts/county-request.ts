import * as z from 'zod'
import { MOST_BROADCAST, mobileLength, type MobileLength } from '../../formats/gsm.ts'
import type { Content, Severity } from './content.ts'
import { wordingIn } from './renditions.ts'

/** By which a county may warn with the federal system. */
export const WARNING_MEANS = ['broadcasting', 'app', 'cell-broadcast', 'sirens', 'boards'] as const

/** What the county has to be told beside the message: it alone sends by the federal system, the town asks it in writing. */
export const CountyRequest = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  means: z.array(z.enum(WARNING_MEANS)).min(1).max(WARNING_MEANS.length),
  /** Whom the county's control room calls back. */
  contactName: z.string().trim().min(1).max(120),
  contactPhone: z.string().trim().min(3).max(60),
})
export type CountyRequest = z.infer<typeof CountyRequest>

/** The level that is proposed for a message: 1 is the highest. */
export const levelFor = (severity: Severity): CountyRequest['level'] => (severity === 'Extreme' ? 1 : severity === 'Severe' ? 2 : 3)

/** The words as the county is to send them, in German: what is going on and what to do. */
export function requestedText(content: Pick<Content, 'wordings'>): string {
  const { headline, text, instruction } = wordingIn(content, 'de')
  return [headline, text, instruction].map(part => part.trim()).filter(Boolean).join('\n')
}

export interface BroadcastLength extends MobileLength {
  /** What a cell broadcast takes in this encoding. */
  readonly most: number
  readonly isTooLong: boolean
}

/** How long the words are where they go to all telephones of an area. */
export function broadcastLength(text: string): BroadcastLength {
  const length = mobileLength(text)
  const most = MOST_BROADCAST[length.encoding]
  return { ...length, most, isTooLong: length.units > most }
}
