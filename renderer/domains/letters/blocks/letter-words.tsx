import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter, LetterBlock } from '../../../../shared/domains/letters/letter.ts'
import { unreachable } from '../../../../shared/result.ts'
import { DataTable } from '../../../ui/data-table.tsx'

/** What a letter says, to be read on the screen; how it looks on paper the PDF shows. */
export function LetterWords({ letter: { subject, blocks, remedies } }: { readonly letter: Letter }): ReactElement {
  const { t } = useTranslation()
  return (
    <article className="letter-words" lang="de" aria-label={t('blocks.previewOf')}>
      <h3 className="letter-words__subject">{subject}</h3>
      {blocks.map((block, index) => <Block key={index} block={block} />)}
      {remedies !== '' && <><h4>Rechtsbehelfsbelehrung</h4><p>{remedies}</p></>}
    </article>
  )
}

function Block({ block }: { readonly block: LetterBlock }): ReactElement {
  const { t } = useTranslation()
  switch (block.kind) {
    case 'heading': return <h4>{block.text}</h4>
    case 'paragraph': return <p>{block.text}</p>
    case 'list': return <ul>{block.items.map((item, index) => <li key={index}>{item}</li>)}</ul>
    case 'payment': return <dl className="letters__facts">{block.rows.map(({ label, value }) => <div key={label}><dt>{label}:</dt><dd>{value}</dd></div>)}</dl>
    case 'table': {
      const rows = [...block.rows, ...(block.total ? [block.total] : [])]
      return (
        <DataTable isPlain isCaptionUnseen caption={t('blocks.table')} heads={block.head.map((title, column) => ({ title: title || String(column + 1) }))}>
          {rows.map((cells, row) => <tr key={row}>{cells.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}
        </DataTable>
      )
    }
    default: return unreachable(block)
  }
}
