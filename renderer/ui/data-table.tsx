import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { useMediaQuery } from './use-media-query.ts'
import './data-table.css'

/** Where there is no room for the columns of a table beside each other; many of them need more. */
const NO_ROOM = '(max-width: 560px)'
const NO_ROOM_FOR_MANY = '(max-width: 760px)'
const MANY_COLUMNS = 6

/** The heading of a column. */
export interface TableHead {
  readonly title: string
  /** Numbers stand at the end of their column; their cells have the class `number`. */
  readonly isNumber?: boolean
  /** For whoever listens: what stands in the column tells itself to whoever looks. */
  readonly isUnseen?: boolean
}

interface Props {
  readonly caption: string
  /** A heading above the table says the same. */
  readonly isCaptionUnseen?: boolean
  readonly heads: readonly (string | TableHead)[]
  /** Inside a window or a card, that has a frame of its own. */
  readonly isPlain?: boolean
  readonly foot?: ReactNode
  /** On narrow screens each row stands for itself, with its headings before what is in it, instead of being scrolled; no cell spans several columns. */
  readonly isStackable?: boolean
  /** For what is special in the cells of this one. */
  readonly className?: string
  readonly children: ReactNode
}

/** A table to be read, the one way to draw one: with its caption, and scrolled in its frame where it is wide. */
export function DataTable({ caption, isCaptionUnseen = false, heads, isPlain = false, isStackable = false, foot, className, children }: Props): ReactElement {
  const hasNoRoom = useMediaQuery(heads.length < MANY_COLUMNS ? NO_ROOM : NO_ROOM_FOR_MANY)
  const isStacked = isStackable && hasNoRoom
  const classes = ['data-table', isStacked ? 'data-table--stacked' : '', className].filter(Boolean).join(' ')
  return (
    <div className={isPlain ? 'data-table__frame data-table__frame--plain' : 'data-table__frame'}>
      <table className={classes} style={isStacked ? headsInStyle(heads) : undefined}>
        <caption className={isCaptionUnseen ? 'sr-only' : undefined}>{caption}</caption>
        <thead><tr>{heads.map(head => (typeof head === 'string' ? { title: head } : head)).map(head => <Head key={head.title} {...head} />)}</tr></thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

/** Headings as the style sheet writes them before cells. */
const headsInStyle = (heads: Props['heads']): CSSProperties =>
  Object.fromEntries(heads.map((head, index) => [`--head-${index + 1}`, JSON.stringify(typeof head === 'string' ? head : head.isUnseen ? '' : head.title)]))

const Head = ({ title, isNumber, isUnseen }: TableHead): ReactElement => (
  <th scope="col" className={isNumber ? 'number' : undefined}>{isUnseen ? <span className="sr-only">{title}</span> : title}</th>
)
