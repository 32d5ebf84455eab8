import type { LoadedRows } from './bulk-load.ts'
import type { LoadedScope } from './swap.ts'

/** What the core's thread asks of the thread that loads. */
export type LoadRequest =
  | { readonly kind: 'write'; readonly batches: readonly LoadedRows[] }
  | { readonly kind: 'finish'; readonly scopes: readonly LoadedScope[] }
  | { readonly kind: 'drop' }
  | { readonly kind: 'close' }
