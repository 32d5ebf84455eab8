import type { LetterKind, LetterTemplate } from './tables.ts'

/**
 * The templates among which a proposal of this outcome chooses, the one it begins with first: a service's own ones, or,
 * where it has none, those for every service.
 */
export function templatesFor(templates: readonly LetterTemplate[], serviceId: string, outcome: LetterKind): readonly LetterTemplate[] {
  const fitting = templates.filter(template => template.active && template.outcome === outcome)
  const own = fitting.filter(template => template.serviceId === serviceId)
  return (own.length > 0 ? own : fitting.filter(template => template.serviceId === null)).toSorted(inOrder)
}

/** The town's standard template before others of the same place, then by id, so that the order never changes by itself. */
const inOrder = (one: LetterTemplate, other: LetterTemplate): number =>
  one.position - other.position || Number(other.id === other.outcome) - Number(one.id === one.outcome) || (one.id < other.id ? -1 : 1)
