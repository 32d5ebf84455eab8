import { Readable } from 'node:stream'
import type { Access } from '../../store/access.ts'

/** What may wait for one desk that reads slowly; then it is dropped, comes back and pulls. */
const MAX_WAITING_BYTES = 1024 * 1024

/** The sign-in or the token that opened a stream. */
export interface OpenedBy {
  readonly grantId: string | null
  /** In seconds since 1970. */
  readonly tokenEndsAt: number
}

/** One desk's live stream. */
export interface LiveStream {
  access: Access
  readonly opened: OpenedBy
  readonly readable: Readable
  send(frame: string): void
  end(): void
}

export function createLiveStream(access: Access, opened: OpenedBy, onClosed: (stream: LiveStream) => void): LiveStream {
  const readable = new Readable({ read: () => undefined, encoding: 'utf8' })
  const stream: LiveStream = {
    access,
    opened,
    readable,
    send: frame => {
      if (readable.destroyed || readable.readableEnded) return
      if (readable.readableLength + frame.length > MAX_WAITING_BYTES) readable.destroy()
      else readable.push(frame)
    },
    end: () => {
      readable.push(null)
      onClosed(stream)
    },
  }
  readable.once('close', () => onClosed(stream))
  return stream
}
