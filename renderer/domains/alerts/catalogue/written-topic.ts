import * as z from 'zod'
import { Channel, CHANNELS } from '../../../../shared/domains/alerts/content.ts'
import { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { TopicId } from '../../../../shared/ids.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'

/** A topic as it stands in its fields. */
export const WrittenTopic = z.object({
  nameDe: z.string(), nameEn: z.string(), descriptionDe: z.string(), descriptionEn: z.string(), kind: AlertTopic.shape.kind, departmentId: z.string(), channels: z.array(Channel).readonly(), active: z.boolean(),
})
export type WrittenTopic = z.infer<typeof WrittenTopic>

export type TopicContent = Omit<AlertTopic, 'id' | 'scope' | 'version'>

/** What the fields begin with. */
export function writtenTopic(topic: AlertTopic | undefined): WrittenTopic {
  if (!topic) return { nameDe: '', nameEn: '', descriptionDe: '', descriptionEn: '', kind: 'news', departmentId: '', channels: ['email', 'feed'], active: true }
  const { name, description, kind, departmentId, channels, active } = topic
  return { nameDe: name.de, nameEn: name.en, descriptionDe: description.de, descriptionEn: description.en, kind, departmentId, channels: CHANNELS.filter(channel => channels.includes(channel)), active }
}

/** What the fields say; undefined while it is no topic. */
export function topicContent({ nameDe, nameEn, descriptionDe, descriptionEn, ...same }: WrittenTopic, position: number): TopicContent | undefined {
  return AlertTopic.omit({ id: true, scope: true, version: true }).safeParse({
    ...same, position, name: { de: nameDe.trim(), en: nameEn.trim() }, description: { de: descriptionDe.trim(), en: descriptionEn.trim() },
  }).data
}

/** As long as the id of a topic may be. */
const LONGEST_ID = 36

/** The id of a new topic, which addresses of feeds and subscriptions hold: its name in plain letters, with a number where that is taken. */
export const newTopicId = (name: string, taken: readonly string[]): TopicId => TopicId.parse(plainId(name.slice(0, LONGEST_ID), taken, 'thema').slice(0, LONGEST_ID + 4))
