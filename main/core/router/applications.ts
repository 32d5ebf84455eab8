import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { PersonId, type ApplicationId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Presence } from '../../../shared/wire/feed.ts'
import { getEffective } from '../cache/rows.ts'
import type { Desk, OpenDesk } from '../desk.ts'
import type { WholeCase } from '../domains/applications/get.ts'
import { offerOf } from '../domains/applications/offer.ts'
import { follow } from '../observable.ts'
import { shownDesk } from './guard.ts'

export function applicationsRouter(desk: Desk) {
  const os = implement(coreContract.applications)
  const queries = () => shownDesk(desk).applications
  return {
    list: os.list.handler(({ input }) => queries().list(input)),
    locate: os.locate.handler(({ input }) => queries().locate(input)),
    count: os.count.handler(() => queries().count()),
    get: os.get.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? seen(open.value, input.id) : open
    }),
    around: os.around.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.applications.around(input.id) : open
    }),
    search: os.search.handler(({ input }) => queries().search(input)),
    services: os.services.handler(() => queries().services()),
    offer: os.offer.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? offerOf(open.value.cache.db, input.serviceId) : open
    }),
    facets: os.facets.handler(() => queries().facets()),
    due: os.due.handler(() => queries().due()),
    'form-fields': os['form-fields'].handler(({ input }) => queries().formFields(input.serviceId)),
    open: os.open.handler(({ input }) => {
      const open = desk.shown()
      if (open.ok) open.value.sync.open(input.id && { table: 'applications', id: input.id })
      return {}
    }),
    present: os.present.handler(async function* ({ signal }) {
      for await (const present of follow(desk.present, signal)) yield { people: desk.shown().ok ? peopleIn(present) : [] }
    }),
    attachment: os.attachment.handler(async ({ input }) => {
      const open = desk.shown()
      if (!open.ok) return open
      const row = getEffective(open.value.cache.db, 'attachments', input.id)
      const content = await open.value.sync.blob(input.id)
      if (!row || !content.ok) return content.ok ? { ok: false as const, error: { code: 'blobs/not-found' as const } } : content
      const { filename, mediaType } = row
      return ok({ filename, mediaType, content: Buffer.from(content.value).toString('base64') })
    }),
  }
}

/** A case as it is shown; before, it is put down who looks. Without that nothing is shown. */
export function seen({ applications, sync }: OpenDesk, id: ApplicationId): Result<WholeCase> {
  const found = applications.get(id)
  if (!found.ok || !applications.isViewDue(found.value)) return found
  const noted = sync.submit('applications.view', { applicationId: id })
  return noted.ok ? applications.get(id) : noted
}

const peopleIn = (present: readonly Presence[]) =>
  present.filter(({ table }) => table === 'applications').map(({ personId, name, id }) => ({ personId: PersonId.parse(personId), name, recordId: id }))
