import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor, Role } from '../../../../shared/actor.ts'
import { draftOf, offerHash, type DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { aForm, aTownService } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { JsonObject } from '../../../../shared/json.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Cache } from '../../cache/open.ts'
import { putBase } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { serviceLines } from './edited-services.ts'

let cache: Cache
let remove: () => void
beforeEach(() => {
  ({ cache, remove } = cacheOfItsOwn())
})
afterEach(() => remove())

const offer = { service: aTownService(), form: aForm() }
const author = anActor('administrator', '1')
const elsewhere: Actor = anActor('lead', '3', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] })

/** What the list says of the draft to each of these. */
function toldOf(changed: Partial<DraftContent>, ...readers: readonly Actor[]) {
  const content = JsonObject.parse({ ...draftOf(offer), retention: { months: 12, basis: 'Satzung' }, ...changed })
  putBase(cache.db, 'services', offer.service)
  putBase(cache.db, 'service_drafts', {
    id: offer.service.id, scope: 'town', version: 1, content, basedOn: offerHash(offer), authors: [author.personId],
    changedBy: author.personId, changedByName: author.name, changedAt: instantFromMs(0), settledAt: null,
  })
  return readers.map(reader => serviceLines(cache.db, reader).services.map(({ draft }) => draft && [draft.isLoosening, draft.waitsForMe]))
}
const by = (role: Role, digit: string): Actor => anActor(role, digit)

test('a draft that loosens who decides waits for a second person, and says so to everybody', () => {
  const loosened = { releaseMode: 'single-by-service' } as const
  expect(toldOf(loosened, author, by('administrator', '2'), by('lead', '3'), elsewhere)).toEqual([[[true, false]], [[true, true]], [[true, true]], [[true, false]]])
})

test('one that is not complete, or loosens nothing, waits for nobody', () => {
  expect(toldOf({ releaseMode: 'single-by-service', retention: null }, by('lead', '3'))).toEqual([[[true, false]]])
  expect(toldOf({ legalBasis: 'Neue Satzung' }, by('administrator', '2'), by('lead', '3'))).toEqual([[[false, false]], [[false, false]]])
})
