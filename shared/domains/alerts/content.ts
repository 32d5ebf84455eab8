import * as z from 'zod'
import { TopicId } from '../../ids.ts'
import { Instant } from '../../time.ts'
import { Area } from './area.ts'

/** The words of CAP 1.2 (OASIS), section 3.2, as far as a town uses them. */
export const CATEGORIES = ['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other'] as const
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

export const Severity = z.enum(SEVERITIES)
export type Severity = z.infer<typeof Severity>

/** The ways by which a message goes out; each independent of the others. */
export const CHANNELS = ['email', 'push', 'sms', 'feed', 'display', 'web-hook'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

export const LANGUAGES = ['de', 'en'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** What is said in one language. A draft may be as long and as empty as it is; what goes out is held by `problems.ts`. */
export const Wording = z.object({
  language: Language,
  headline: z.string().max(20_000),
  /** What is going on: hazard, place, time. */
  text: z.string().max(20_000),
  /** What to do. */
  instruction: z.string().max(20_000),
  /** For SMS and push; all that matters in two lines. */
  short: z.string().max(20_000),
})
export type Wording = Readonly<z.infer<typeof Wording>>

/** All that two persons agree on before it is sent: the hash over this is what is approved. */
export const Content = z.object({
  topicId: TopicId,
  event: z.string().max(120),
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  severity: Severity,
  certainty: z.enum(CERTAINTIES),
  wordings: z.array(Wording).min(1).max(LANGUAGES.length).refine(wordings => new Set(wordings.map(({ language }) => language)).size === wordings.length, 'each language once'),
  areas: z.array(Area).max(40),
  /** Who says so, as people read it: the incident command, an office. */
  source: z.string().max(160),
  contact: z.string().max(200),
  web: z.string().max(300),
  /** Of when the picture is that the text describes; null where the text is not about a situation. */
  situationAt: Instant.nullable(),
  /** Null: as soon as it is sent. */
  beginsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  channels: z.array(Channel).max(CHANNELS.length),
})
export type Content = Readonly<z.infer<typeof Content>>
