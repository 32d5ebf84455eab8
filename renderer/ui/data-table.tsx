import type { ReactElement, ReactNode } from 'react'
import './screen.css'

interface Props {
  readonly caption: string
  readonly heads: readonly string[]
  /** Heading of a last column of numbers. */
  readonly number?: string
  readonly children: ReactNode
}

/** A table to be read, with its caption; a wide one is scrolled in its frame. */
export function DataTable({ caption, heads, number, children }: Props): ReactElement {
  return (
    <div className="data-table__frame">
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => <th key={head} scope="col">{head}</th>)}
            {number && <th scope="col" className="number">{number}</th>}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
