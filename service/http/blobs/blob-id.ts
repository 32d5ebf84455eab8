import * as z from 'zod'
import { refuse } from '../../../shared/result.ts'
import { valueOrRefuse } from '../refusal.ts'

const Parameters = z.object({ id: z.uuid().toLowerCase() })

/** The id in the address. */
export function blobId(parameters: unknown): string {
  const parsed = Parameters.safeParse(parameters)
  return parsed.success ? parsed.data.id : valueOrRefuse(refuse('request/invalid', { reason: 'id' }))
}
