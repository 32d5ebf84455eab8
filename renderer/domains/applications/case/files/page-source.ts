import type { ErrorCode } from '../../../../../shared/errors.ts'

/** Width and height in points, 1/72 of an inch. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** Clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270

export interface Drawing {
  /** Pixels per point. */
  readonly scale: number
  readonly rotation: Rotation
  readonly signal?: AbortSignal
}

/** A file as pages that can be drawn, whatever it is. Pages count from 1. */
export interface PageSource {
  readonly pageCount: number
  /** The size of the first page, before anything has been asked of the others. */
  readonly firstSize: PageSize
  size(page: number): Promise<PageSize>
  /** Draws a page and gives the canvas the size it takes; ends early, half drawn, when it is aborted. */
  draw(page: number, canvas: HTMLCanvasElement, drawing: Drawing): Promise<void>
  /** Lays the words of a page over it, for selecting and for screen readers; whatever has no words lays nothing. */
  layWords(page: number, container: HTMLElement, drawing: Drawing): Promise<void>
  /** The words of a page, separated by blanks. */
  words(page: number): Promise<string>
  close(): void
}

export type OpenedPages =
  | { readonly ok: true; readonly source: PageSource }
  | { readonly ok: false; readonly code: Extract<ErrorCode, 'files/broken' | 'files/protected'> }

/** The size of a page as it is seen when it is turned. */
export const turnedSize = ({ width, height }: PageSize, rotation: Rotation): PageSize =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width }
