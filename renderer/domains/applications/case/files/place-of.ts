import type { CSSProperties } from 'react'
import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'

const percent = (share: number): string => `${share * 100}%`

/** Where an area lies on its page, for the screen. */
export const placeOf = ({ left, top, width, height }: PageArea): CSSProperties =>
  ({ left: percent(left), top: percent(top), width: percent(width), height: percent(height) })
