import { sql, type Kysely } from 'kysely'
import { isSmall, unionOf, withoutSmallGroups, type Group } from '../../../shared/small-groups.ts'
import type { Coverage } from '../../../shared/wire/vaccinations.ts'
import type { Schema } from '../../store/schema.ts'
import type { Counting } from './counting.ts'

interface Counted {
  readonly disease: string
  readonly age: string | null
  readonly locality: string | null
  readonly persons: number
}

/**
 * How many persons were given a dose against a disease, by age on that day and by the part of the town they live in. These
 * figures leave the house: nobody can find a group of fewer than five in them, nor work one out from the others.
 */
export async function coverageOf(db: Kysely<Schema>, { townId, scopes, from, to }: Counting): Promise<readonly Coverage[]> {
  const { rows } = await sql<Counted>`
    with given as (
      select d.disease->>'name' as disease, v.vaccinee_id, v.person->>'locality' as locality, extract(year from age(v.day::date, (v.person->>'birthDay')::date)) as years
      from vaccinations as v cross join lateral jsonb_array_elements(v.diseases) as d(disease)
      where v.town_id = ${townId} and v.scope = any(${[...scopes]}::text[]) and v.day between ${from} and ${to} and v.replaced_by_id is null and not v.is_void
    ), persons as (
      select disease, vaccinee_id, max(locality) as locality,
        case when max(years) < 18 then '0-17' when max(years) < 60 then '18-59' when max(years) < 70 then '60-69' when max(years) < 80 then '70-79' else '80+' end as age
      from given group by disease, vaccinee_id
    )
    select disease, age, locality, count(*) as persons from persons group by grouping sets ((disease, age), (disease, locality)) order by disease, age, locality`.execute(db)
  return [...Map.groupBy(rows, ({ disease }) => disease)].map(([disease, counted]) => coverage(disease, counted))
}

type Named = Group & { readonly name: string }

function coverage(disease: string, counted: readonly Counted[]): Coverage {
  const ages = groupsOf(counted, ({ age }) => age)
  const localities = groupsOf(counted, ({ locality }) => locality)
  const [shownAges, shownLocalities] = [withoutSmallGroups(ages), withoutSmallGroups(localities)]
  return {
    disease,
    total: isSmall(unionOf(ages)) ? null : unionOf(ages).cases,
    ages: shownAges.shown.map(asShown),
    localities: shownLocalities.shown.map(asShown),
    hidesAges: shownAges.hidden.length > 0,
    hidesLocalities: shownLocalities.hidden.length > 0,
  }
}

/** Rows of one of the two ways to count; the others have no name in it. Nobody who worked on them is told: only how many persons it is about counts. */
const groupsOf = (counted: readonly Counted[], nameOf: (row: Counted) => string | null): readonly Named[] =>
  counted.flatMap(row => {
    const name = nameOf(row)
    return name === null ? [] : [{ name, cases: row.persons, people: new Set<string>(), isAgreed: true }]
  })

const asShown = ({ name, cases }: Named): { group: string; persons: number } => ({ group: name, persons: cases })
