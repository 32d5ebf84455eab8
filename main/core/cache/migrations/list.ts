import { migration as base } from './0001-base.ts'
import { migration as outbox } from './0002-outbox.ts'
import { outbox } from './0002-outbox.ts'
import type { Migration } from './migration.ts'

/** Every step in order: the n-th brings the file to number n. */
export const MIGRATIONS: readonly Migration[] = [base, outbox]
