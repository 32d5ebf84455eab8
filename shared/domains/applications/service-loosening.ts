import { grantsFor, type Actor } from '../../actor.ts'
import type { PersonId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { grantsOfOthers } from './rules.ts'
import type { DraftContent } from './service-draft.ts'
import type { TownService } from './service-tables.ts'

/** In which way fewer persons, or others, would decide: one instead of two, one up to a higher amount, a step that was for leads. */
export const LOOSENINGS = ['one-person', 'higher-amount', 'lead-step'] as const
export type Loosening = (typeof LOOSENINGS)[number]

type Ordered = Pick<TownService, 'releaseMode' | 'singleUpToCents' | 'steps'>

/** What a draft would loosen of what is published. Nothing for a new service: nobody has relied on it yet. */
export function looseningsOf(published: Ordered | undefined, draft: Pick<DraftContent, 'releaseMode' | 'singleUpToCents' | 'steps'>): readonly Loosening[] {
  if (!published) return []
  const isFourEyes = published.releaseMode === 'four-eyes'
  const isLoosened: Readonly<Record<Loosening, boolean>> = {
    'one-person': isFourEyes && draft.releaseMode !== 'four-eyes',
    'higher-amount': isFourEyes && draft.releaseMode === 'four-eyes' && (draft.singleUpToCents ?? -1) > (published.singleUpToCents ?? -1),
    'lead-step': published.steps.some(step => isForLeads(step) && !draft.steps.some(other => other.key === step.key && isForLeads(other))),
  }
  return LOOSENINGS.filter(kind => isLoosened[kind])
}

const isForLeads = ({ role, isRequired }: Pick<TownService['steps'][number], 'role' | 'isRequired'>): boolean => role === 'lead' && isRequired

interface Publishing {
  readonly published: TownService | undefined
  /** Undefined while it cannot be published anyway. */
  readonly content: DraftContent | undefined
  /** Everybody who has written in the draft. */
  readonly authors: readonly PersonId[]
}

/**
 * Administrators publish. What loosens who decides needs a second person: an administrator, or a lead of the department, who
 * has not written in the draft and does not act by a right that one of its authors lent.
 */
export function mayPublish({ published, content, authors }: Publishing, actor: Pick<Actor, 'personId' | 'grants'>): Result<null> {
  // Services belong to the whole town: whoever administers is asked for no department.
  const asAdministrator = actor.grants.filter(({ role }) => role === 'administrator')
  if (!published || !content || looseningsOf(published, content).length === 0) return asAdministrator.length > 0 ? ok(null) : refuse('commands/not-allowed')
  const grants = [...asAdministrator, ...grantsFor(actor, ['lead'], published.departmentId)]
  if (grants.length === 0) return refuse('commands/not-allowed')
  return grantsOfOthers(grants, authors, actor).length > 0 ? ok(null) : refuse('services/needs-second-person')
}
