import { implement } from '@orpc/server'
import type { Role } from '../../../shared/actor.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { portalLinkContract } from '../../../shared/wire/portal-link.ts'
import { RefusedRequest, valueOrRefuse } from '../../http/refusal.ts'
import { townFor } from '../../http/town-for.ts'
import { noteAccess } from '../../privacy/privacy-router.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { addKey, type KeyOwner } from '../keys/destination-keys.ts'
import { confirmSigningKey } from '../keys/tend-keys.ts'
import { addMapping, changeMapping, mappingById, putMappingToUse, tryMapping, type EditParts } from './edit-mappings.ts'
import { linkState } from './link-state.ts'

export interface PortalLinkDeskParts {
  readonly database: Database
  readonly clock: Clock
  readonly portalLink: {
    readonly isLinked: boolean
    readonly areKeysByHand: boolean
    readonly destinations: readonly string[]
    /** How long a key is made. */
    readonly keyBits: number
    wake(): void
  }
}

const KEEPERS: readonly Role[] = ['administrator']

/** What an administrator sees of the link and does with it; everything that changes something stands in the audit log. */
export function createPortalLinkRouter({ database, clock, portalLink }: PortalLinkDeskParts) {
  const os = implement(portalLinkContract).$context<{ readonly access: Access }>()
  const { db } = database
  const now = (): Instant => instantFromMs(clock.nowMs())
  const editor = (access: Access): EditParts => ({ db, townId: townFor(access, KEEPERS), byName: access.actor.name, now: now() })
  const ownerFor = (access: Access, destinationId: string): KeyOwner => {
    const townId = townFor(access, KEEPERS)
    if (!portalLink.destinations.includes(destinationId)) throw new RefusedRequest({ code: 'portal-link/not-linked' })
    return { townId, destinationId }
  }
  return os.router({
    state: os.state.handler(({ context: { access } }) => linkState({ db, townId: townFor(access, KEEPERS), isLinked: portalLink.isLinked, areKeysByHand: portalLink.areKeysByHand, destinations: portalLink.destinations, now: now() })),
    look: os.look.handler(({ context: { access } }) => {
      townFor(access, KEEPERS)
      if (!portalLink.isLinked) throw new RefusedRequest({ code: 'portal-link/not-linked' })
      portalLink.wake()
      return {}
    }),
    renewKey: os.renewKey.handler(async ({ input, context: { access } }) => {
      await addKey(db, ownerFor(access, input.id), input.purpose, now(), portalLink.keyBits)
      await noteAccess(database, access.actor, input.purpose === 'signing' ? 'portal-link.renew-signing-key' : 'portal-link.renew-key', input.id, now())
      portalLink.wake()
      return {}
    }),
    confirmKey: os.confirmKey.handler(async ({ input, context: { access } }) => {
      const owner = ownerFor(access, input.id)
      // Where the service makes keys known itself, it alone knows which ones are.
      if (!portalLink.areKeysByHand || !(await confirmSigningKey(db, owner, input.kid, now()))) throw new RefusedRequest({ code: 'portal-link/no-such-key' })
      await noteAccess(database, access.actor, 'portal-link.confirm-key', input.kid, now())
      portalLink.wake()
      return {}
    }),
    mapping: os.mapping.handler(async ({ input, context: { access } }) => valueOrRefuse(await mappingById(editor(access), input.id))),
    addMapping: os.addMapping.handler(async ({ input, context: { access } }) => {
      const added = valueOrRefuse(await addMapping(editor(access), input))
      await noteAccess(database, access.actor, 'portal-link.add-mapping', added.id, now())
      return added
    }),
    changeMapping: os.changeMapping.handler(async ({ input, context: { access } }) => {
      const changed = valueOrRefuse(await changeMapping(editor(access), input))
      await noteAccess(database, access.actor, 'portal-link.change-mapping', input.id, now())
      return changed
    }),
    tryMapping: os.tryMapping.handler(async ({ input, context: { access } }) => valueOrRefuse(await tryMapping(editor(access), input))),
    putMappingToUse: os.putMappingToUse.handler(async ({ input, context: { access } }) => {
      const used = valueOrRefuse(await putMappingToUse(editor(access), input))
      await noteAccess(database, access.actor, 'portal-link.use-mapping', input.id, now())
      portalLink.wake()
      return used
    }),
  })
}
