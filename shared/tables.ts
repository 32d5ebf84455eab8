import { applicationEvents, applications, attachments, decisions, forms, services } from './domains/applications/tables.ts'
import { messages } from './domains/messages/tables.ts'
import { departments, staff } from './domains/staff/tables.ts'
import type { Table } from './table.ts'
import type * as z from 'zod'

/** Every table that is synced to desks. */
export const TABLES = {
  departments,
  staff,
  services,
  forms,
  applications,
  decisions,
  application_events: applicationEvents,
  attachments,
  messages,
} as const

export type TableName = keyof typeof TABLES
export type RowOf<Name extends TableName> = z.infer<(typeof TABLES)[Name]['schema']>
export type AnyRow = { readonly [Name in TableName]: RowOf<Name> }[TableName]

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

export const isTableName = (value: string): value is TableName => Object.hasOwn(TABLES, value)

/** A table without its row type, for code that treats all tables alike. */
export const tableOf = (name: TableName): Table<TableName, AnyRow> => TABLES[name]
