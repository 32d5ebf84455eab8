import type { ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import type { Block, Piece } from './markdown.ts'
import { isHelpScreen, type HelpScreen } from './screens.ts'

interface Props {
  readonly blocks: readonly Block[]
  readonly onOpen: (screen: HelpScreen) => void
}

/** What stands on a page of help below its heading. */
export const PageBody = ({ blocks, onOpen }: Props): ReactElement => (
  <div className="help__page">
    {blocks.map((block, index) => {
      if (block.kind === 'paragraph') return <p key={index}><Line pieces={block.pieces} onOpen={onOpen} /></p>
      const items = block.items.map((pieces, place) => <li key={place}><Line pieces={pieces} onOpen={onOpen} /></li>)
      return block.kind === 'steps' ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>
    })}
  </div>
)

const Line = ({ pieces, onOpen }: { readonly pieces: readonly Piece[]; readonly onOpen: (screen: HelpScreen) => void }): ReactElement => (
  <>
    {pieces.map((piece, index) => {
      if (piece.kind === 'strong') return <strong key={index}>{piece.text}</strong>
      if (piece.kind !== 'link' || !isHelpScreen(piece.to)) return <span key={index}>{piece.text}</span>
      const { to } = piece
      return <Button key={index} kind="quiet" onPress={() => onOpen(to)}>{piece.text}</Button>
    })}
  </>
)
