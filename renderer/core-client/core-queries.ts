import type { RouterUtils } from '@orpc/tanstack-query'
import type { CoreClient } from './connect.ts'

/** Keys and options for every question of the contract, as TanStack Query wants them. */
export type CoreQueries = RouterUtils<CoreClient>
