/** What the shell writes down for support: events, codes and counts; never names, texts or addresses with a query. */
export type ShellLog = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void

/** One line of JSON per event to standard error; whoever collects the lines adds the time. */
export const shellLog: ShellLog = (event, facts = {}) =>
  void process.stderr.write(`${JSON.stringify({ room: 'shell', event, ...facts })}\n`)
