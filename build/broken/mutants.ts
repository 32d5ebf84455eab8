import { CACHE_MUTANTS } from './cache-mutants.ts'
import { DESK_MUTANTS } from './desk-mutants.ts'
import type { Mutant } from './mutant.ts'
import { RULE_MUTANTS } from './rule-mutants.ts'
import { SERVICE_MUTANTS } from './service-mutants.ts'

/** Every way in which the product is broken on purpose. */
export const MUTANTS: readonly Mutant[] = [...DESK_MUTANTS, ...CACHE_MUTANTS, ...SERVICE_MUTANTS, ...RULE_MUTANTS]
