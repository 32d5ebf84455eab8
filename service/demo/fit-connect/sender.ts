import { createHash, randomUUID } from 'node:crypto'
import type { JWK } from 'jose'
import type { JsonObject } from '../../../shared/json.ts'
import { sealJwe } from '../../fit-connect/tokens/seal-jwe.ts'
import type { NewSubmission } from './kept.ts'

export interface SentFile {
  readonly filename: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What an online form sends. */
export interface SentForm {
  readonly submissionId?: string
  readonly destinationId: string
  readonly schemaUri: string
  readonly serviceIdentifier: string
  readonly data: JsonObject
  readonly files?: readonly SentFile[]
  /** Where answers go; null: none are wanted on this way. */
  readonly replyKey: JWK | null
  /** Changes what is said of the parts before it is encrypted, for what an honest sender never sends. */
  readonly twist?: (metadata: JsonObject) => unknown
}

/** Encrypts a form for a destination, as its sender does. */
export async function sealedForm(form: SentForm, key: JWK): Promise<NewSubmission> {
  const sealFor = key as JsonObject
  const data = Buffer.from(JSON.stringify(form.data), 'utf8')
  const files = (form.files ?? []).map(file => ({ ...file, id: randomUUID() }))
  const metadata = metadataOf(form, data, files)
  const twisted = form.twist ? form.twist(metadata) : metadata
  const attachments = new Map<string, string>()
  for (const { id, bytes, mediaType } of files) attachments.set(id, await sealJwe(bytes, sealFor, mediaType))
  return {
    submissionId: form.submissionId ?? randomUUID(), caseId: randomUUID(), destinationId: form.destinationId, serviceIdentifier: form.serviceIdentifier,
    metadata: await sealJwe(Buffer.from(JSON.stringify(twisted), 'utf8'), sealFor, 'application/json'), data: await sealJwe(data, sealFor, 'application/json'), attachments,
  }
}

const metadataOf = ({ schemaUri, serviceIdentifier, replyKey }: SentForm, data: Uint8Array, files: readonly (SentFile & { readonly id: string })[]): JsonObject => ({
  $schema: 'https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json',
  contentStructure: {
    data: { hash: hashOf(data), submissionSchema: { schemaUri, mimeType: 'application/json' } },
    attachments: files.map(({ id, filename, mediaType, bytes }) => ({ attachmentId: id, hash: hashOf(bytes), mimeType: mediaType, filename, purpose: 'attachment' })),
  },
  publicServiceType: { identifier: serviceIdentifier, name: 'Beispiel' },
  ...(replyKey === null ? {} : { replyChannel: { fitConnect: { encryptionPublicKey: replyKey as JsonObject, processStandards: [] } } }),
})

const hashOf = (bytes: Uint8Array): JsonObject => ({ type: 'sha512', content: createHash('sha512').update(bytes).digest('hex') })
