import * as z from 'zod'
import type { JsonObject } from '../../shared/json.ts'
import { AUDIT_EXPORT_PATH, AuditExportQuery } from '../../shared/wire/audit.ts'
import { NOTICE_RUNS_PATH, NoticePrintFileQuery } from '../../shared/wire/notice-papers.ts'
import { PERSON_EXPORT_PATH } from '../../shared/wire/privacy.ts'
import { BLOB_HASH_HEADER, BlobProgress, MAX_BLOB_BYTES, SnapshotQuery } from '../../shared/wire/streams.ts'

/** A zod schema as OpenAPI 3.1 takes it. */
export function schemaOf(schema: z.ZodType): JsonObject {
  const { $schema: _, ...plain } = z.toJSONSchema(schema)
  return plain as JsonObject
}

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }

const snapshotParameters = Object.entries(SnapshotQuery.shape).map(([name, schema]) => ({
  name, in: 'query', required: !schema.safeParse(undefined).success, schema: schemaOf(schema),
}))

/** The streams that stand beside the contracts: first load and attachments. */
export const STREAM_PATHS: Readonly<Record<string, JsonObject>> = {
  '/v1/snapshot': {
    get: {
      operationId: 'snapshot.get', tags: ['feed'], summary: 'First load of a scope: lines of JSON, zstd-compressed, to be gone on with after a break',
      parameters: snapshotParameters,
      responses: { '200': { description: 'Lines: a head, per table its fields and rows, an end with counts', content: { 'application/x-ndjson': { schema: { type: 'string' } } } } },
    },
  },
  [`/v1${PERSON_EXPORT_PATH}/{id}/export`]: {
    get: {
      operationId: 'privacy.export', tags: ['privacy'], summary: 'Everything about a person as a ZIP, to read and for machines',
      parameters: [id],
      responses: { '200': { description: 'auskunft.html, daten.json and the files of the cases', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } } },
    },
  },
  [`/v1${AUDIT_EXPORT_PATH}`]: {
    post: {
      operationId: 'audit.export', tags: ['audit'], summary: 'Entries of the audit log as a signed ZIP, with the reason why they are given out',
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(AuditExportQuery) } } },
      responses: { '200': { description: 'Entries as JSON lines and CSV, how to check them, sums and signature', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } } },
    },
  },
  [`/v1${NOTICE_RUNS_PATH}/{runId}/print`]: {
    post: {
      operationId: 'notices.print', tags: ['letters'], summary: 'Letters of a run to be printed in the house, in the order of the post, with cover sheets',
      parameters: [{ ...id, name: 'runId' }], requestBody: { required: true, content: { 'application/json': { schema: schemaOf(NoticePrintFileQuery.pick({ noticeIds: true })) } } },
      responses: { '200': { description: 'One PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } },
    },
  },
  '/v1/blobs/{id}': {
    get: {
      operationId: 'blobs.get', tags: ['blobs'], summary: 'The bytes of an attachment in one of the person’s scopes',
      parameters: [id, { name: 'range', in: 'header', schema: { type: 'string', pattern: '^bytes=\\d+-\\d*$' } }],
      responses: {
        '200': { description: 'The whole', headers: { [BLOB_HASH_HEADER]: { schema: hash } }, content: bytes },
        '206': { description: 'The range asked for', headers: { [BLOB_HASH_HEADER]: { schema: hash } }, content: bytes },
      },
    },
    put: {
      operationId: 'blobs.put', tags: ['blobs'], summary: 'Sends the bytes of an attachment before the command that names it',
      parameters: [
        id,
        { name: BLOB_HASH_HEADER, in: 'header', required: true, schema: hash, description: 'SHA-256 of the whole' },
        { name: 'content-range', in: 'header', schema: { type: 'string', pattern: '^bytes (\\d+-\\d+|\\*)/\\d+$' }, description: `Where this part stands; at most ${MAX_BLOB_BYTES} bytes in all` },
      ],
      requestBody: { content: bytes },
      responses: {
        '200': { description: 'All bytes are here and the hash is right', content: { 'application/json': { schema: schemaOf(BlobProgress) } } },
        '202': { description: 'Bytes are missing still', content: { 'application/json': { schema: schemaOf(BlobProgress) } } },
      },
    },
  },
}
