import { derivedUuid } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { JobKind } from '../delivery/jobs.ts'
import type { Deliver } from '../delivery/worker.ts'
import { seedMapping } from '../demo/fit-connect/seed-mapping.ts'
import { startPortal, type PortalSimulator } from '../demo/fit-connect/portal.ts'
import type { CallbackParts } from './callback/callback-route.ts'
import type { PortalLinkDeskParts } from './desk/portal-link-router.ts'
import type { FitConnectSettings } from './fit-connect-settings.ts'
import { KEY_BITS } from './keys/destination-keys.ts'
import { openFitConnect, type FitConnectParts } from './open-fit-connect.ts'

/** The link to the state's portal as the service holds it; without one nothing happens and nobody may call. */
export interface PortalLink {
  readonly deliver: ReadonlyMap<JobKind, Deliver>
  readonly callback: Omit<CallbackParts, 'requestsPerMinute'>
  readonly desk: PortalLinkDeskParts['portalLink']
  /** The page of the demo's portal. */
  readonly portalUrl: string | null
  start(): void
  close(): Promise<void>
}

type PortalLinkSettings = FitConnectSettings & { readonly demo: boolean }

/** Demo keys are made in no time, and a demo's portal is asked so often that somebody who looks sees something arrive. */
const DEMO_KEY_BITS = 2_048
const DEMO_ASK_SECONDS = 5

export async function openPortalLink(given: PortalLinkSettings, parts: FitConnectParts): Promise<PortalLink> {
  const portal = given.demo && given.fitConnectSubmissionUrl === null ? await startPortal({ nowMs: parts.clock.nowMs, destinations: [derivedUuid(`demo/${parts.townId}`, 'portal-destination')] }) : null
  if (portal) await seedMapping(parts.database.db, parts.townId, instantFromMs(parts.clock.nowMs()))
  const settings = portal ? { ...given, ...portal.settings, fitConnectAskSeconds: DEMO_ASK_SECONDS } : given
  const link = openFitConnect(settings, portal ? { ...parts, keyBits: DEMO_KEY_BITS } : parts)
  return {
    deliver: link?.deliver ?? new Map(),
    callback: {
      db: parts.database.db, townId: parts.townId, clock: parts.clock, log: parts.log, destinations: link?.destinations ?? [], wake: () => link?.wake(),
      secret: link ? settings.fitConnectCallbackSecret : null,
    },
    portalUrl: urlOf(portal),
    desk: { isLinked: link !== null, areKeysByHand: settings.fitConnectDestinationUrl === null, destinations: link?.destinations ?? [], keyBits: portal ? DEMO_KEY_BITS : KEY_BITS, wake: () => link?.wake() },
    start: () => link?.start(),
    close: async () => {
      await link?.stop()
      await portal?.close()
    },
  }
}

const urlOf = (portal: PortalSimulator | null): string | null => portal?.url ?? null
