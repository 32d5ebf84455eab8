import * as z from 'zod'
import { AlertId, AlertTemplateId, DepartmentId, OfficialWarningId, PersonId, TopicId } from '../../ids.ts'
import { defineTable, rowBase } from '../../table.ts'
import { Instant } from '../../time.ts'
import { LARGEST_RADIUS_KM, Position, SMALLEST_RADIUS_KM } from './area.ts'
import { CATEGORIES, Channel, Content, Severity, Wording } from './content.ts'

/** A locality with where it lies, as maps and gateways want it; a name alone is no area to them. */
export const Locality = z.object({ name: z.string().min(1).max(80), centre: Position, radiusKm: z.number().min(SMALLEST_RADIUS_KM).max(LARGEST_RADIUS_KM) })
export type Locality = Readonly<z.infer<typeof Locality>>

/** What the town's messages have in common; one row per town, in its scope. */
export const AlertSettings = z.object({
  ...rowBase,
  id: z.literal('alerts'),
  /** Names the town in CAP and feeds for ever: neither blanks nor commas. */
  sender: z.string().regex(/^[^\s,<&]{3,120}$/),
  senderName: z.string().min(1).max(160),
  /** The official key of the town's region, 12 digits (Amtlicher Regionalschlüssel). */
  regionCode: z.string().regex(/^\d{12}$/),
  localities: z.array(Locality).max(400),
  /** Where drills go, and never anything else: addresses of staff who take part. */
  trainingAddresses: z.array(z.email().max(254)).max(200),
  /** After how many minutes without acknowledgement of an official warning more people are told. */
  escalateMinutes: z.int().min(1).max(240),
  /** Who is told then: all officers first, and leads when it goes on. Accounts have no addresses of their own. */
  officerAddresses: z.array(z.email().max(254)).max(60),
  leadAddresses: z.array(z.email().max(254)).max(60),
})
export type AlertSettings = Readonly<z.infer<typeof AlertSettings>>

/** What people subscribe to. In the town's scope: everybody may know what the town informs about. */
export const AlertTopic = z.object({
  ...rowBase,
  id: TopicId,
  /** Whose words these are; its staff write them, and officers. */
  departmentId: DepartmentId,
  /** `hazard`: warns of something, and is not over without its all-clear; `news`: tells something. */
  kind: z.enum(['hazard', 'news']),
  name: z.object({ de: z.string().min(1).max(80), en: z.string().max(80) }),
  description: z.object({ de: z.string().max(400), en: z.string().max(400) }),
  channels: z.array(Channel).min(1).max(6),
  position: z.int().min(0),
  active: z.boolean(),
})
export type AlertTopic = Readonly<z.infer<typeof AlertTopic>>

/** Words ready for an event. What stands in braces has to be filled in: `{Ort}`. */
export const AlertTemplate = z.object({
  ...rowBase,
  id: AlertTemplateId,
  name: z.string().min(1).max(120),
  topicId: TopicId,
  event: z.string().min(1).max(120),
  category: z.enum(CATEGORIES),
  severity: Severity,
  /** How long it holds where nobody says otherwise. */
  minutes: z.int().min(5).max(43_200),
  wordings: z.array(Wording).min(1).max(2),
  /** What is said when it is over: ready before it begins. */
  allClear: z.array(Wording).min(1).max(2),
  /** Whether one click sends it on its way to the second person, as for a pool that closes. */
  isOneClick: z.boolean(),
  position: z.int().min(0),
  active: z.boolean(),
})
export type AlertTemplate = Readonly<z.infer<typeof AlertTemplate>>

const By = { at: Instant, byPersonId: PersonId, byName: z.string().max(120) }

/** One message before, as the ones after it name it (CAP `references`). */
export const Reference = z.object({ alertId: AlertId, identifier: z.string().max(120), sender: z.string().max(120), sentAt: Instant })
export type Reference = Readonly<z.infer<typeof Reference>>

/** A flood is spoken of for weeks: the first of so many have long been replaced. */
export const MOST_EARLIER = 60

/** The emergency path: one person alone, recorded with their reason, confirmed or disputed by another one afterwards. */
export const Emergency = z.object({
  reason: z.string().min(1).max(500),
  reviewed: z.object({ ...By, verdict: z.enum(['confirmed', 'disputed']), note: z.string().max(1_000) }).nullable(),
})

/** What the settings said when it was released. It stays with the message: what was sent is told the same way for ever, whatever is set later. */
export const Imprint = z.object({
  sender: z.string().max(120),
  senderName: z.string().max(160),
  regionCode: z.string().max(12),
  topicName: z.string().max(80),
  /** Where the localities lie that it names. */
  places: z.array(Locality).max(40),
})
export type Imprint = Readonly<z.infer<typeof Imprint>>

export const Alert = z.object({
  ...rowBase,
  id: AlertId,
  /** Said when it is begun and never changed: what is a drill stays one. */
  mode: z.enum(['live', 'training']),
  /** `update` and `cancel` correct what was said; `all-clear` ends it. */
  kind: z.enum(['alert', 'update', 'cancel', 'all-clear']),
  /** The messages before of the same matter, oldest first. */
  earlier: z.array(Reference).max(MOST_EARLIER),
  content: Content,
  createdAt: Instant,
  /** Everybody who has written on these words: none of them is the second person. */
  authors: z.array(z.object({ personId: PersonId, name: z.string().max(120) })).min(1).max(60),
  /** Given to the second person with exactly these words, or wished for while there was no connection. */
  submitted: z.object({ ...By, contentHash: z.string().length(64) }).nullable(),
  /** Somebody wanted to give it on without a connection; nothing follows from it until somebody is asked again. */
  wished: z.object(By).nullable(),
  judged: z.object({ ...By, kind: z.enum(['returned', 'rejected']), reason: z.string().min(1).max(1_000) }).nullable(),
  withdrawn: z.object(By).nullable(),
  /** From here on it goes out; `contentHash` is what was on the second person's screen. */
  released: z.object({ ...By, contentHash: z.string().length(64), ...Imprint.shape, emergency: Emergency.nullable() }).nullable(),
  stopped: z.object({ ...By, reason: z.string().min(1).max(1_000) }).nullable(),
  /** The later message that ended this one: its all-clear, its cancel, or an update. */
  endedById: AlertId.nullable(),
})
export type Alert = Readonly<z.infer<typeof Alert>>

/** A warning of another authority. In the town's scope: every desk shows it. */
export const OfficialWarning = z.object({
  ...rowBase,
  id: OfficialWarningId,
  source: z.enum(['cap', 'nina']),
  /** As the authority names it; one that arrives twice is one. */
  identifier: z.string().min(1).max(300),
  senderName: z.string().max(300),
  sentAt: Instant,
  receivedAt: Instant,
  endsAt: Instant.nullable(),
  event: z.string().max(300),
  severity: Severity,
  headline: z.string().max(500),
  text: z.string().max(20_000),
  instruction: z.string().max(20_000),
  areaNames: z.array(z.string().max(300)).max(200),
  isTest: z.boolean(),
  isAllClear: z.boolean(),
  acknowledged: z.object(By).nullable(),
  /** When nobody had acknowledged it in time and more people were told. */
  escalatedAt: Instant.nullable(),
})
export type OfficialWarning = Readonly<z.infer<typeof OfficialWarning>>

const BASE = { id: 'text', scope: 'text', version: 'integer' } as const

export const alertSettings = defineTable({
  name: 'alert_settings', schema: AlertSettings, deskHolds: 'all-of-scope',
  columns: { ...BASE, sender: 'text', senderName: 'text', regionCode: 'text', localities: 'json', trainingAddresses: 'json', escalateMinutes: 'integer', officerAddresses: 'json', leadAddresses: 'json' },
})

export const alertTopics = defineTable({
  name: 'alert_topics', schema: AlertTopic, deskHolds: 'all-of-scope',
  columns: { ...BASE, departmentId: 'text', kind: 'text', name: 'json', description: 'json', channels: 'json', position: 'integer', active: 'boolean' },
})

export const alertTemplates = defineTable({
  name: 'alert_templates', schema: AlertTemplate, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, name: 'text', topicId: 'text', event: 'text', category: 'text', severity: 'text', minutes: 'integer', wordings: 'json', allClear: 'json', isOneClick: 'boolean',
    position: 'integer', active: 'boolean',
  },
})

export const alerts = defineTable({
  name: 'alerts', schema: Alert, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, mode: 'text', kind: 'text', earlier: 'json', content: 'json', createdAt: 'instant', authors: 'json', submitted: 'json', wished: 'json', judged: 'json',
    withdrawn: 'json', released: 'json', stopped: 'json', endedById: 'text',
  },
})

export const officialWarnings = defineTable({
  name: 'official_warnings', schema: OfficialWarning, deskHolds: 'all-of-scope',
  columns: {
    ...BASE, source: 'text', identifier: 'text', senderName: 'text', sentAt: 'instant', receivedAt: 'instant', endsAt: 'instant', event: 'text', severity: 'text', headline: 'text',
    text: 'text', instruction: 'text', areaNames: 'json', isTest: 'boolean', isAllClear: 'boolean', acknowledged: 'json', escalatedAt: 'instant',
  },
})
