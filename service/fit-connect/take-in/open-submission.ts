import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { MAX_BLOB_BYTES } from '../../../shared/wire/streams.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import { readJson } from '../../http/json-body.ts'
import { Metadata, type AuthenticationTags, type Problem } from '../connection/on-wire.ts'
import { openingKey, type OwnKey } from '../keys/destination-keys.ts'
import { problemOf, type RejectReason } from '../problems.ts'
import { serviceEvents, type KnownEvent } from '../tokens/events.ts'
import { kidOf, openJwe, tagOf } from '../tokens/open-jwe.ts'
import type { SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** A file as the sender described it and as it was found to be. */
export interface OpenedFile {
  readonly attachmentId: string
  readonly filename: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface OpenedSubmission {
  readonly metadata: Metadata
  readonly data: Uint8Array
  readonly files: readonly OpenedFile[]
  /** When the delivery service took it from the sender. */
  readonly submittedAt: Instant
  readonly eventSchema: string | null
  readonly tags: AuthenticationTags
}

export type Opened =
  | { readonly kind: 'opened'; readonly submission: OpenedSubmission }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  /** The delivery service has taken it back in the meantime. */
  | { readonly kind: 'withdrawn' }
  /** The log lacks the event by which the parts could be checked; it may come. */
  | { readonly kind: 'incomplete' }

/** Opens what was collected and compares every part with what the sender signed. */
export async function openSubmission(parts: TakeInParts, row: SubmissionRow): Promise<Opened> {
  const { service } = parts
  const events = await serviceEvents(await service.events(row.case_id), await service.keys(), row.submission_id)
  if (events.some(({ kind }) => kind === 'reject' || kind === 'delete')) return { kind: 'withdrawn' }
  if (isContradictory(events, row)) return broken('invalid-event-log', 'submission')
  const signed = events.find(event => event.kind === 'submit' && tagsOf(event))
  const tags = signed && tagsOf(signed)
  if (!signed || !tags) return { kind: 'incomplete' }
  const attachments = await attachmentsOf(parts, row)
  const wrong = wrongTag(row, attachments, tags)
  if (wrong) return wrong
  const opened = await openMetadata(parts, row)
  if (opened.kind !== 'metadata') return opened
  const { metadata } = opened
  const described = new Set(metadata.contentStructure.attachments.map(({ attachmentId }) => attachmentId))
  // One that is described twice would be kept twice.
  if (described.size !== metadata.contentStructure.attachments.length || !isSame(described, new Set(attachments.keys()))) return broken('attachments-mismatch', 'metadata')
  const data = await openData(parts, row, metadata)
  if (data.kind !== 'bytes') return data
  const files = await openFiles(parts, row, metadata, attachments)
  if (files.kind !== 'files') return files
  const submittedAt = instantFromMs(Math.min(signed.event.iat * 1_000, Date.parse(parts.now())))
  return { kind: 'opened', submission: { metadata, data: data.bytes, files: files.files, submittedAt, eventSchema: signed.event.$schema ?? null, tags } }
}

type Broken = Extract<Opened, { kind: 'broken' }>
type Place = Parameters<typeof problemOf>[1]

const broken = (reason: RejectReason, instance: Place): Broken => ({ kind: 'broken', problems: [problemOf(reason, instance)] })

const tagsOf = ({ event }: KnownEvent): AuthenticationTags | undefined => Object.values(event.events).find(({ authenticationTags }) => authenticationTags)?.authenticationTags

/** Events about another case, or two that sign for different parts: no later event can mend that. */
function isContradictory(events: readonly KnownEvent[], { case_id }: SubmissionRow): boolean {
  const [first, ...others] = events.flatMap(event => (event.kind === 'submit' ? [tagsOf(event)] : [])).filter(tags => tags !== undefined)
  return events.some(({ event: { txn } }) => txn.toLowerCase() !== `case:${case_id}`) || others.some(tags => !isDeepStrictEqual(tags, first))
}

async function attachmentsOf({ database: { db } }: TakeInParts, row: SubmissionRow): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('fit_connect_attachments').select(['attachment_id', 'jwe']).where('town_id', '=', row.town_id).where('submission_id', '=', row.submission_id).execute()
  return new Map(rows.map(({ attachment_id, jwe }) => [attachment_id, jwe]))
}

function wrongTag(row: SubmissionRow, attachments: ReadonlyMap<string, string>, tags: AuthenticationTags): Broken | null {
  const signed = new Map(Object.entries(tags.attachments ?? {}).map(([id, tag]) => [id.toLowerCase(), tag]))
  if (!isSame(new Set(signed.keys()), new Set(attachments.keys()))) return broken('attachments-mismatch', 'submission')
  if (tagOf(row.metadata_jwe ?? '') !== tags.metadata) return broken('incorrect-authentication-tag', 'metadata')
  if (row.data_jwe !== null && tagOf(row.data_jwe) !== tags.data) return broken('incorrect-authentication-tag', 'data')
  for (const [id, jwe] of attachments) if (tagOf(jwe) !== signed.get(id)) return broken('incorrect-authentication-tag', `attachment:${id}`)
  return null
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => one.size === other.size && [...one].every(id => other.has(id))

const keyOf = async ({ database: { db } }: TakeInParts, row: SubmissionRow, jwe: string): Promise<OwnKey | undefined> => {
  const kid = kidOf(jwe)
  return kid === null ? undefined : openingKey(db, { townId: row.town_id, destinationId: row.destination_id }, kid)
}

async function openPart(parts: TakeInParts, row: SubmissionRow, jwe: string, mostBytes: number): Promise<Uint8Array | null> {
  const key = await keyOf(parts, row, jwe)
  return key ? openJwe(jwe, key, mostBytes) : null
}

async function openMetadata(parts: TakeInParts, row: SubmissionRow): Promise<Broken | { readonly kind: 'metadata'; readonly metadata: Metadata }> {
  const bytes = await openPart(parts, row, row.metadata_jwe ?? '', parts.dataBytes)
  if (!bytes) return broken('encryption-issue', 'metadata')
  const json = readJson(Buffer.from(bytes).toString('utf8'))
  if (!json.ok) return broken('syntax-violation', 'metadata')
  const read = Metadata.safeParse(json.value)
  return read.success ? { kind: 'metadata', metadata: read.data } : broken('schema-violation', 'metadata')
}

async function openData(parts: TakeInParts, row: SubmissionRow, { contentStructure: { data } }: Metadata): Promise<Broken | { readonly kind: 'bytes'; readonly bytes: Uint8Array }> {
  if (row.data_jwe === null) return broken('missing-data', 'data')
  const bytes = await openPart(parts, row, row.data_jwe, parts.dataBytes)
  if (!bytes) return broken('encryption-issue', 'data')
  return sha512(bytes) === data.hash.content ? { kind: 'bytes', bytes } : broken('hash-mismatch', 'data')
}

async function openFiles(
  parts: TakeInParts, row: SubmissionRow, { contentStructure }: Metadata, attachments: ReadonlyMap<string, string>,
): Promise<Broken | { readonly kind: 'files'; readonly files: readonly OpenedFile[] }> {
  const files: OpenedFile[] = []
  for (const { attachmentId, hash, mimeType, filename } of contentStructure.attachments) {
    const bytes = await openPart(parts, row, attachments.get(attachmentId) ?? '', MAX_BLOB_BYTES)
    if (!bytes) return broken('encryption-issue', `attachment:${attachmentId}`)
    if (sha512(bytes) !== hash.content) return broken('hash-mismatch', `attachment:${attachmentId}`)
    files.push({ attachmentId, bytes, mediaType: mimeType, filename: filename ?? `Anlage ${files.length + 1}` })
  }
  return { kind: 'files', files }
}

const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex')
