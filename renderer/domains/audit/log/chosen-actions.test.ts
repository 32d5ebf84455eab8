import { expect, test } from 'vitest'
import { ACTIONS_BY_DOMAIN, HEALTH_DOMAIN } from '../../../../shared/domains/audit/action-words.ts'
import { auditDe } from '../../../texts/audit-de.ts'
import { actionsOf, ALL_ACTIONS, areaOf, domainIn, DOMAINS } from './chosen-actions.ts'

test('all means all, a group and a domain what belongs to them, an action itself', () => {
  expect(actionsOf(ALL_ACTIONS)).toEqual([])
  expect(actionsOf({ area: 'viewed', action: null })).toEqual(expect.arrayContaining(['applications.view', 'people.viewed']))
  expect(actionsOf({ area: areaOf('comments'), action: null })).toEqual(['comments.add', 'comments.see'])
  expect(actionsOf({ area: areaOf('comments'), action: 'comments.see' })).toEqual(['comments.see'])
  expect([domainIn(ALL_ACTIONS), domainIn({ area: areaOf('halls'), action: null })]).toEqual([undefined, 'halls'])
})

test('every domain has a name on the screen; health data have a part of their own', () => {
  expect(Object.keys(auditDe.domains).toSorted()).toEqual([...ACTIONS_BY_DOMAIN.keys()].toSorted())
  expect(DOMAINS).not.toContain(HEALTH_DOMAIN)
})
