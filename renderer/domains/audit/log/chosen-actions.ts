import { ACTION_GROUPS, ACTIONS_BY_DOMAIN, HEALTH_DOMAIN, type ActionGroup } from '../../../../shared/domains/audit/action-words.ts'

/** What is looked for: all, what belongs to a group, or a domain with all of its actions or one of them. */
export interface ChosenActions {
  /** `all`, the name of a group, or `domain/applications`. */
  readonly area: string
  /** An action of the domain; null for all of them. */
  readonly action: string | null
}

export const ALL_ACTIONS: ChosenActions = { area: 'all', action: null }

export const GROUPS = Object.keys(ACTION_GROUPS) as readonly ActionGroup[]
/** Health data have a part of their own. */
export const DOMAINS: readonly string[] = [...ACTIONS_BY_DOMAIN.keys()].filter(domain => domain !== HEALTH_DOMAIN)

const PREFIX = 'domain/'
export const areaOf = (domain: string): string => `${PREFIX}${domain}`
export const domainIn = ({ area }: ChosenActions): string | undefined => (area.startsWith(PREFIX) ? area.slice(PREFIX.length) : undefined)

/** As the service is asked; none means all. */
export function actionsOf(chosen: ChosenActions): string[] {
  if (chosen.action !== null) return [chosen.action]
  const domain = domainIn(chosen)
  if (domain !== undefined) return [...(ACTIONS_BY_DOMAIN.get(domain) ?? [])]
  const group = GROUPS.find(name => name === chosen.area)
  return group ? [...ACTION_GROUPS[group]] : []
}
