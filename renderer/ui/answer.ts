import type { Result } from '../../shared/result.ts'
import type { RefusalShown } from './error-sentences.ts'

/** What a screen that asks for one thing shows. */
export type Answer<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'here'; readonly value: Value }

interface Asked<Value> {
  readonly data: Result<Value, RefusalShown> | undefined
  readonly isError: boolean
}

/** What has become of a question; what is here stays here while it cannot be read anew. */
export function answerOf<Value>({ data, isError }: Asked<Value>): Answer<Value> {
  if (data) return data.ok ? { kind: 'here', value: data.value } : { kind: 'refused', refusal: data.error }
  return isError ? { kind: 'refused', refusal: { code: 'request/unexpected' } } : { kind: 'loading' }
}
