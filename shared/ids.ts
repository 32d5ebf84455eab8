import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'

/** Ids are branded so that a person's id cannot be passed where an application's is wanted. */
export const TownId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/).brand<'TownId'>()
export type TownId = z.infer<typeof TownId>

export const DepartmentId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/).brand<'DepartmentId'>()
export type DepartmentId = z.infer<typeof DepartmentId>

export const ServiceId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/).brand<'ServiceId'>()
export type ServiceId = z.infer<typeof ServiceId>

/** `service@version`, for instance `dog-registration@2`. */
export const FormId = z.string().regex(/^[a-z][a-z0-9-]{1,59}@[1-9][0-9]{0,5}$/).brand<'FormId'>()
export type FormId = z.infer<typeof FormId>

/** The id of a version of a service's form. */
export const formIdOf = (serviceId: string, formVersion: number): string => `${serviceId}@${formVersion}`

/** A natural person, citizen or staff; two accounts of one person share it. */
export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

export const ApplicationId = z.uuid().brand<'ApplicationId'>()
export type ApplicationId = z.infer<typeof ApplicationId>

export const DecisionId = z.uuid().brand<'DecisionId'>()
export type DecisionId = z.infer<typeof DecisionId>

export const MessageId = z.uuid().brand<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>

/** What a citizen and the town write to each other beside any application. */
export const ConversationId = z.uuid().brand<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>

export const AttachmentId = z.uuid().brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

export const EventId = z.uuid().brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

export const TaskId = z.uuid().brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>

export const CommentId = z.uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>

export const SavedViewId = z.uuid().brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>

export const SuggestionId = z.uuid().brand<'SuggestionId'>()
export type SuggestionId = z.infer<typeof SuggestionId>

export const PlaceId = z.uuid().brand<'PlaceId'>()
export type PlaceId = z.infer<typeof PlaceId>

export const ResourceId = z.uuid().brand<'ResourceId'>()
export type ResourceId = z.infer<typeof ResourceId>

export const AppointmentServiceId = z.uuid().brand<'AppointmentServiceId'>()
export type AppointmentServiceId = z.infer<typeof AppointmentServiceId>

export const OpeningHoursId = z.uuid().brand<'OpeningHoursId'>()
export type OpeningHoursId = z.infer<typeof OpeningHoursId>

export const AppointmentId = z.uuid().brand<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>

export const HallId = z.uuid().brand<'HallId'>()
export type HallId = z.infer<typeof HallId>

export const HallBookingId = z.uuid().brand<'HallBookingId'>()
export type HallBookingId = z.infer<typeof HallBookingId>

export const VaccineId = z.uuid().brand<'VaccineId'>()
export type VaccineId = z.infer<typeof VaccineId>

export const BatchId = z.uuid().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** A day on which a team vaccinates at a place. */
export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

/** One person's way through a session, from check-in to leaving. */
export const VisitId = z.uuid().brand<'VisitId'>()
export type VisitId = z.infer<typeof VisitId>

/** One version of the documentation of one dose. */
export const VaccinationId = z.uuid().brand<'VaccinationId'>()
export type VaccinationId = z.infer<typeof VaccinationId>

/** Somebody who is vaccinated, as far as name and date of birth tell persons apart. */
export const VaccineeId = z.uuid().brand<'VaccineeId'>()
export type VaccineeId = z.infer<typeof VaccineeId>

export const RecallId = z.uuid().brand<'RecallId'>()
export type RecallId = z.infer<typeof RecallId>

export const SideEffectId = z.uuid().brand<'SideEffectId'>()
export type SideEffectId = z.infer<typeof SideEffectId>

/** A message to the public: a warning or news, with every version before it was sent. */
export const AlertId = z.uuid().brand<'AlertId'>()
export type AlertId = z.infer<typeof AlertId>

export const TopicId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/).brand<'TopicId'>()
export type TopicId = z.infer<typeof TopicId>

export const AlertTemplateId = z.uuid().brand<'AlertTemplateId'>()
export type AlertTemplateId = z.infer<typeof AlertTemplateId>

/** An official warning of another authority, as it was received. */
export const OfficialWarningId = z.uuid().brand<'OfficialWarningId'>()
export type OfficialWarningId = z.infer<typeof OfficialWarningId>

export const NoticeRunId = z.uuid().brand<'NoticeRunId'>()
export type NoticeRunId = z.infer<typeof NoticeRunId>

export const ConsentId = z.uuid().brand<'ConsentId'>()
export type ConsentId = z.infer<typeof ConsentId>

export const NoticeId = z.uuid().brand<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>

/** Who serves the town with a card of its own: fire brigade, water defence. */
export const CardOrganisationId = z.uuid().brand<'CardOrganisationId'>()
export type CardOrganisationId = z.infer<typeof CardOrganisationId>

export const CardUnitId = z.uuid().brand<'CardUnitId'>()
export type CardUnitId = z.infer<typeof CardUnitId>

/** Whoever holds service ID cards that follow one another. */
export const CardHolderId = z.uuid().brand<'CardHolderId'>()
export type CardHolderId = z.infer<typeof CardHolderId>

export const CardPhotoId = z.uuid().brand<'CardPhotoId'>()
export type CardPhotoId = z.infer<typeof CardPhotoId>

export const ServiceCardId = z.uuid().brand<'ServiceCardId'>()
export type ServiceCardId = z.infer<typeof ServiceCardId>

/** UUIDv7, made on the desk with the command and never again. */
export const CommandId = z.uuid().brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>

/** UUIDv7 (RFC 9562) from a time in ms since 1970 and 10 random bytes, both handed in. */
export function uuidV7(unixMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let index = 0, rest = unixMs; index < 6; index++, rest = Math.floor(rest / 256)) bytes[5 - index] = rest % 256
  bytes.set(random.subarray(0, 10), 6)
  return formatUuid(bytes, 0x70)
}

/** When a UUIDv7 was made, in ms since 1970. */
export const madeAtMs = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

/** An id that follows from a command's id and a label: both sides of the wire derive the same. UUIDv8 over SHA-256. */
export const derivedUuid = (source: string, label: string): string =>
  formatUuid(sha256(utf8ToBytes(`${source}/${label}`)).slice(0, 16), 0x80)

function formatUuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
