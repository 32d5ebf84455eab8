/** Senders that a process knows to be refused: a flood of theirs asks the database nothing. */
interface RefusedSenders {
  /** Until when, in ms; 0 for whom nothing is known of. */
  untilOf(sender: string): number
  note(sender: string, untilMs: number, nowMs: number): void
}

/** Remembers at most so many, and lets go of the first to take in another: of that one the database is asked again. */
export function createRefusedSenders(most = 10_000): RefusedSenders {
  const until = new Map<string, number>()
  return {
    untilOf: sender => until.get(sender) ?? 0,
    note: (sender, untilMs, nowMs) => {
      for (const [known, knownUntilMs] of until) if (knownUntilMs <= nowMs) until.delete(known)
      const [first] = until.keys()
      if (until.size >= most && first !== undefined) until.delete(first)
      until.set(sender, untilMs)
    },
  }
}
