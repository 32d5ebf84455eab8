/** An expected outcome as a value: either what was asked for, or why not. Bugs are exceptions, never this. */
export type Result<Value, Failure = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

import type { ErrorCode } from './errors.ts'

/** Why something was not done: a code from `errors.ts` and the facts its sentence needs. Never personal data. */
export interface Refusal {
  readonly code: ErrorCode
  readonly facts?: Readonly<Record<string, string | number>>
}

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

export const refuse = (
  code: ErrorCode,
  facts?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: Refusal } => ({ ok: false, error: facts ? { code, facts } : { code } })

/** Marks a branch that closed unions make impossible; reaching it is a bug. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
