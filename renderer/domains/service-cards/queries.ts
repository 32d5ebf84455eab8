import { useQuery } from '@tanstack/react-query'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import type { CardPhotoId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'

export interface KnownCards {
  readonly organisations: readonly CardOrganisation[]
  /** By name. */
  readonly cards: readonly ShownServiceCard[]
}

/** Who gives out cards, and all cards; undefined until they have been read. */
export function useCards(): KnownCards | undefined {
  const { queries } = useCore()
  return useQuery(queries['service-cards'].list.queryOptions()).data
}

/** The photo of a card as an address for a picture; null where there is none. */
export function usePhoto(photoId: CardPhotoId | null): string | null {
  const { queries } = useCore()
  const { data } = useQuery({ ...queries['service-cards'].photo.queryOptions({ input: { photoId: photoId ?? NOBODY } }), enabled: photoId !== null })
  return data?.picture ? pictureAddress(data.picture) : null
}

/** Asked for by nobody. */
const NOBODY = '00000000-0000-4000-8000-000000000000' as CardPhotoId

/** A picture in base64 as an address. */
export const pictureAddress = (picture: string): string => `data:image/${picture.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${picture}`
