import type { Actor } from '../../shared/actor.ts'
import type { AccountId } from '../../shared/ids.ts'

/** What a person may now: read afresh for every request, never kept. */
export interface Access {
  readonly actor: Actor
  /** Every scope the actor's desk may hold, with its epoch for this person. */
  readonly scopes: ReadonlyMap<string, string>
}

export interface AccessReader {
  /** Undefined for an account that is not there or no longer active. */
  byLogin(login: string): Promise<Access | undefined>
  byAccount(accountId: AccountId): Promise<Access | undefined>
}

/** Whether two readings give the same rights and scopes. */
export const isSameAccess = (one: Access, other: Access): boolean =>
  fingerprint(one) === fingerprint(other)

const fingerprint = ({ actor, scopes }: Access): string => JSON.stringify([actor.name, actor.grants, [...scopes].toSorted()])
