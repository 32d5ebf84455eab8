import type { ReactElement } from 'react'
import { Button, Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { RowsBehind } from './figure-data.ts'
import type { TileData } from './tile-data.ts'

interface Props {
  readonly title: string
  readonly tiles: readonly TileData[]
  readonly onRows: (behind: RowsBehind) => void
}

/** Numbers side by side; each one opens its cases, and the one of the period before opens those. */
export function Tiles({ title, tiles, onRows }: Props): ReactElement {
  return (
    <section aria-label={title}>
      <ul className="tiles__list">
        {tiles.map(tile => <li key={tile.id} className="tile"><Tile tile={tile} onRows={onRows} /></li>)}
      </ul>
    </section>
  )
}

function Tile({ tile: { name, now, before, share, isBad }, onRows }: { readonly tile: TileData; readonly onRows: Props['onRows'] }): ReactElement {
  const { t } = useTranslation()
  const content = (
    <>
      <span className="tile__name">{name}</span>
      <span className="tile__line"><span className={isBad ? 'tile__value tile__value--bad' : 'tile__value'}>{now?.value ?? '–'}</span>{share !== null && <span className="tile__share">{share}</span>}</span>
    </>
  )
  const [rows, rowsBefore] = [now?.behind, before?.behind]
  const told = t('reports.before', { value: before?.value ?? '–' })
  return (
    <>
      {rows ? <Button className="tile__main tile__main--opens" onPress={() => onRows(rows)}>{content}</Button> : <div className="tile__main">{content}</div>}
      {before !== undefined && (rowsBefore
        ? <Link className="tile__before tile__before--opens" aria-label={`${name}, ${told}`} onPress={() => onRows(rowsBefore)}>{told}</Link>
        : <span className="tile__before">{told}</span>)}
    </>
  )
}
