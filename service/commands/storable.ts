import type { Json } from '../../shared/json.ts'

/** Whether the database can keep every text in it as it is: no NUL, no half of a surrogate pair. */
export function isStorable(value: Json | undefined): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part))
}
