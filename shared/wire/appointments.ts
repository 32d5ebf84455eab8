import { oc } from '@orpc/contract'
import * as z from 'zod'
import { PlaceId } from '../ids.ts'

const OfPlace = z.object({ placeId: PlaceId })

/** Where a calendar program reads the appointments of a place; whoever has the address reads them. */
export const FeedAddress = z.object({ url: z.url() })

/** What hangs on the wall of the lobby; whoever has the address sees the numbers that are called. */
export const DisplayAddress = z.object({ url: z.url() })

/** What only the service knows about a front office, under `/v1`. */
export const appointmentsContract = {
  display: oc
    .route({ method: 'GET', path: '/places/{placeId}/display', tags: ['appointments'], summary: 'The address of a place’s display in the lobby, for leads' })
    .input(OfPlace)
    .output(DisplayAddress),
  renewDisplay: oc
    .route({ method: 'POST', path: '/places/{placeId}/display', tags: ['appointments'], summary: 'Takes that address back and makes another one' })
    .input(OfPlace)
    .output(DisplayAddress),
  feed: oc
    .route({ method: 'GET', path: '/places/{placeId}/calendar-feed', tags: ['appointments'], summary: 'The person’s own address of a place’s appointments for calendar programs' })
    .input(OfPlace)
    .output(FeedAddress),
  renewFeed: oc
    .route({ method: 'POST', path: '/places/{placeId}/calendar-feed', tags: ['appointments'], summary: 'Takes that address back and makes another one' })
    .input(OfPlace)
    .output(FeedAddress),
}
