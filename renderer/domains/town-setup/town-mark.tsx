import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { TownCrest } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useAgainOnline } from '../../ui/use-again-online.ts'
import './town-setup.css'

const MEDIA_TYPE = { svg: 'image/svg+xml', png: 'image/png' } as const

/** A crest as an address; as a picture no drawing may do anything. */
export const crestAddress = ({ kind, base64 }: TownCrest): string => `data:${MEDIA_TYPE[kind]};base64,${base64}`

const SIZE = 28
const SELDOM_MS = 3_600_000

/** The town's crest beside its name; the program's own sign while it has none, or the service is away. */
export function TownMark(): ReactElement {
  const { queries } = useCore()
  const { data, refetch } = useQuery(queries.townSetup.look.queryOptions({ staleTime: SELDOM_MS }))
  useAgainOnline(data?.ok === false, () => void refetch())
  const crest = data?.ok ? data.value.crest : null
  return <img src={crest ? crestAddress(crest) : './icon.svg'} alt="" width={SIZE} height={SIZE} className="town-mark" />
}
