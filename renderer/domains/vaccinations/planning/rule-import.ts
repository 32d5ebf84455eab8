import * as z from 'zod'
import { SPACING } from '../../../../shared/domains/vaccinations/rules.ts'
import { Schedule, SpacingRule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Json } from '../../../../shared/json.ts'
import { contentUnder, type RuleContent } from './rule-sets.ts'

/** A whole set of rules as a file has it. */
const RuleFile = z.object({ schedules: z.array(Schedule).max(500), spacing: z.array(SpacingRule).max(60) })
export type RuleFile = Readonly<z.infer<typeof RuleFile>>

export type ReadRules = { readonly kind: 'rules'; readonly file: RuleFile } | { readonly kind: 'no-json' } | { readonly kind: 'wrong'; /** `schedules.0.primary.1.leastInterval` */ readonly places: readonly string[] } | { readonly kind: 'twice'; readonly id: string }

const MOST_PLACES = 5

/** Reads a file of rules; whatever is in it gives an answer. */
export function readRules(text: string): ReadRules {
  const json = parsed(text)
  if (json === undefined) return { kind: 'no-json' }
  const { data, error } = RuleFile.safeParse(json)
  if (!data) return { kind: 'wrong', places: [...new Set((error?.issues ?? []).map(({ path }) => path.join('.')))].slice(0, MOST_PLACES) }
  const twice = [data.schedules, data.spacing].flatMap(rules => rules.filter(({ id }, index) => rules.findIndex(other => other.id === id) !== index))[0]
  return twice ? { kind: 'twice', id: twice.id } : { kind: 'rules', file: data }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All rules of a place as a file that can be read in again. */
export const ruleFile = (rules: readonly VaccinationRules[], scope: string): string => {
  const here = rules.filter(row => row.scope === scope)
  return `${JSON.stringify({ schedules: here.flatMap(({ schedules }) => schedules), spacing: here.flatMap(({ spacing }) => spacing) } satisfies RuleFile, null, 2)}\n`
}

export interface RuleDifference {
  readonly key: string
  readonly id: string
  /** What it is about: a disease's name, or nothing for distances. */
  readonly name: string
  readonly kind: 'new' | 'changed' | 'same'
  readonly fields: readonly { readonly path: string; readonly before: string; readonly after: string }[]
}

type AnyRule = Schedule | SpacingRule

/** What a file would change, rule by rule, in its order. */
export const differencesIn = (file: RuleFile, rules: readonly VaccinationRules[], scope: string): readonly RuleDifference[] => [
  ...file.schedules.map(rule => difference(rule.disease.code, rule.disease.name, rule, contentUnder(rules, scope, rule.disease.code).schedules)),
  ...file.spacing.map(rule => difference(SPACING, '', rule, contentUnder(rules, scope, SPACING).spacing)),
]

function difference(key: string, name: string, rule: AnyRule, present: readonly AnyRule[]): RuleDifference {
  const before = present.find(({ id }) => id === rule.id)
  if (!before) return { key, name, id: rule.id, kind: 'new', fields: [] }
  const [old, next] = [leaves(before), leaves(rule)]
  const paths = [...new Set([...old.keys(), ...next.keys()])]
  const fields = paths.flatMap(path => (old.get(path) === next.get(path) ? [] : [{ path, before: old.get(path) ?? '', after: next.get(path) ?? '' }]))
  return { key, name, id: rule.id, kind: fields.length > 0 ? 'changed' : 'same', fields }
}

/** Every single value of a rule by its path. */
function leaves(value: Json, path = ''): ReadonlyMap<string, string> {
  if (value === null || typeof value !== 'object') return new Map([[path, value === null ? '' : String(value)]])
  return new Map(Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, part]) => [...leaves(part, path ? `${path}.${key}` : key)]))
}

/** The records as they are after the file: its rules in place of those with the same name, all others as they are. Only those that change. */
export function contentsAfter(file: RuleFile, rules: readonly VaccinationRules[], scope: string): readonly { readonly key: string; readonly content: RuleContent }[] {
  const changed = new Set(differencesIn(file, rules, scope).filter(({ kind }) => kind !== 'same').map(({ key }) => key))
  return [...changed].map(key => {
    const { schedules, spacing } = contentUnder(rules, scope, key)
    const wanted = key === SPACING ? [] : file.schedules.filter(({ disease }) => disease.code === key)
    return { key, content: { schedules: [...merged(schedules, wanted)], spacing: key === SPACING ? [...merged(spacing, file.spacing)] : spacing } }
  })
}

const merged = <Rule extends { readonly id: string }>(present: readonly Rule[], wanted: readonly Rule[]): readonly Rule[] =>
  [...present.map(rule => wanted.find(({ id }) => id === rule.id) ?? rule), ...wanted.filter(({ id }) => !present.some(rule => rule.id === id))]
