/** Handed in, so that tests let hours pass at once. */
export interface Timers {
  /** Calls back every so many ms until the answer is called; never keeps a process alive. */
  every(ms: number, run: () => void): () => void
}

export const systemTimers: Timers = {
  every: (ms, run) => {
    const timer = setInterval(run, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}
