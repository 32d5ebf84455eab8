import { MOST_FOUND_NOTICES, type FoundNotice, type ObjectedNotice } from '../../../../../shared/contract/notice-links.ts'
import { clockOf } from '../../../../../shared/domains/notices/clock/clock.ts'
import { isDelivery, type NoticeFact } from '../../../../../shared/domains/notices/clock/facts.ts'
import { ruleSetCalled } from '../../../../../shared/domains/notices/clock/finality.ts'
import { knownFacts, ofKind } from '../../../../../shared/domains/notices/clock/known-facts.ts'
import type { NoticeRuleSet } from '../../../../../shared/domains/notices/clock/rule-sets.ts'
import { ruleSetsOf } from '../../../../../shared/domains/notices/clock/town-rule-sets.ts'
import { germanDayAt } from '../../../../../shared/german-days.ts'
import type { Database } from '../../../cache/database.ts'
import { effectiveAll } from '../../../cache/rows.ts'
import { shownWhere } from '../../../cache/shown-rows.ts'
import { sortKey } from '../../../cache/sort-key.ts'
import { statement } from '../../../cache/statements.ts'
import { kindsByRun, NAME_COLUMNS, namedNotice, type FoundName } from '../named-notices.ts'
import { saysOneOf } from '../run-lines.ts'

/** Cases and the notices to which they object; answered without the service. */
export interface ObjectionQueries {
  objections(applicationId: string): { notices: ObjectedNotice[]; canLink: boolean }
  find(text: string): FoundNotice[]
}

interface ObjectionParts {
  readonly cache: { readonly db: Database }
  readonly now: () => number
}

interface FoundFacts extends FoundName {
  readonly facts: string
}

// The first condition is that of an index: nobody waits at a case until thousands of notices have been read.
const OBJECTED = shownWhere('notices', `instr(facts, '"kind":"objected"') > 0 AND instr(facts, @applicationId) > 0`, `${NAME_COLUMNS}, facts`)
const WENT_OUT = shownWhere('notices', "sent ->> '$.handedOverAt' IS NOT NULL", `${NAME_COLUMNS}, facts`)
const ANY = `SELECT EXISTS (${shownWhere('notices', "sent ->> '$.handedOverAt' IS NOT NULL", 'id')} LIMIT 1)`

export const createObjectionQueries = ({ cache: { db }, now }: ObjectionParts): ObjectionQueries => ({
  objections: applicationId => {
    const found = statement(db, OBJECTED).all({ applicationId }) as FoundFacts[]
    const kindOf = kindsByRun(db)
    const laws = ruleSetsOf(effectiveAll(db, 'notice_rule_sets'))
    const on = germanDayAt(now())
    const notices = found.flatMap(one => {
      const about = kindOf(one.run_id)
      return about ? objected(one, applicationId, { kindTitle: about.kind.title, ruleSet: ruleSetCalled(about.kind.ruleSetId, laws), on }) : []
    })
    return { notices: notices.toSorted((one, other) => (one.objectedOn < other.objectedOn ? -1 : 1)), canLink: statement(db, ANY).pluck().get() === 1 }
  },
  find: text => {
    const kindOf = kindsByRun(db)
    const found = (statement(db, WENT_OUT).all() as FoundFacts[]).filter(saysOneOf(text)).flatMap(one => {
      const about = kindOf(one.run_id)
      return about ? [{ one, about }] : []
    })
    const byName = found.toSorted((a, b) => (sortKey(a.one.name) < sortKey(b.one.name) ? -1 : 1))
    return byName.toSorted((a, b) => Date.parse(b.about.run.createdAt) - Date.parse(a.about.run.createdAt)).slice(0, MOST_FOUND_NOTICES)
      .map(({ one }) => ({ ...namedNotice(one), sentOn: factsOf(one).find(isDelivery)?.day ?? null }))
  },
})

const factsOf = ({ facts }: FoundFacts): readonly NoticeFact[] => knownFacts(JSON.parse(facts) as NoticeFact[]).facts

interface InLaw {
  readonly kindTitle: string
  readonly ruleSet: NoticeRuleSet
  readonly on: string
}

/** One notice for every objection of the case to it; none for an entry that was struck. */
function objected(found: FoundFacts, applicationId: string, { kindTitle, ruleSet, on }: InLaw): ObjectedNotice[] {
  const facts = JSON.parse(found.facts) as NoticeFact[]
  const objections = ofKind(knownFacts(facts).facts, 'objected').filter(({ caseId }) => caseId === applicationId)
  if (objections.length === 0) return []
  const { state, sentOn, announced, period, steps } = clockOf({ facts, ruleSet, on })
  return objections.map(({ day }) => ({
    ...namedNotice(found), kindTitle, objectedOn: day, state, sentOn, announcedOn: announced.kind === 'announced' ? announced.day : null, endOn: period?.day ?? null,
    isInTime: period === null ? null : steps.some(step => step.code === 'objected' && step.day === day && step.isInTime),
  }))
}
