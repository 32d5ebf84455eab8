import type { ReactElement, ReactNode } from 'react'
import './data-table.css'

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
  /** For what is special in the cells of this one. */
  readonly className?: string
  readonly children: ReactNode
}

/** A table to be read, the one way to draw one: with its caption, and scrolled in its frame where it is wide. */
export function DataTable({ caption, isCaptionUnseen = false, heads, isPlain = false, foot, className, children }: Props): ReactElement {
  return (
    <div className={isPlain ? 'data-table__frame data-table__frame--plain' : 'data-table__frame'}>
      <table className={className ? `data-table ${className}` : 'data-table'}>
        <caption className={isCaptionUnseen ? 'sr-only' : undefined}>{caption}</caption>
        <thead><tr>{heads.map(head => (typeof head === 'string' ? { title: head } : head)).map(head => <Head key={head.title} {...head} />)}</tr></thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

const Head = ({ title, isNumber, isUnseen }: TableHead): ReactElement => (
  <th scope="col" className={isNumber ? 'number' : undefined}>{isUnseen ? <span className="sr-only">{title}</span> : title}</th>
)
