import type { LoadedRows } from './bulk-load.ts'
import type { LoadedScope } from './swap.ts'

/** What the core's thread asks of the thread that loads. */
export type LoadRequest =
  | { readonly kind: 'write'; readonly batches: readonly LoadedRows[] }
  | { readonly kind: 'finish'; readonly scopes: readonly LoadedScope[] }
  | { readonly kind: 'drop' }
  | { readonly kind: 'close' }

/** How a load's last part ended: swapped in, or left where it stood because the desk closes. */
export type FinishEnd = 'done' | 'interrupted'
