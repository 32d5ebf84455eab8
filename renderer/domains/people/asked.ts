import type { RefusalShown } from '../../ui/error-sentences.ts'

/** An answer of the service, which may be away. */
export type Asked<Value> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'told'; readonly value: Value }

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RefusalShown }

export function asked<Value>({ data, isError }: { readonly data: Answer<Value> | undefined; readonly isError: boolean }): Asked<Value> {
  if (isError) return { kind: 'refused', refusal: { code: 'request/unexpected' } }
  if (!data) return { kind: 'asking' }
  return data.ok ? { kind: 'told', value: data.value } : { kind: 'refused', refusal: data.error }
}

/** What the service tells is old as soon as it is told: asked anew whenever the screen is opened. */
export const FRESH = { staleTime: 0, gcTime: 0 } as const
