/** A network that a test switches off, and that loses and doubles what it carries. */
export interface Weather {
  readonly fetch: typeof fetch
  isOnline: boolean
  /** The next so many answers to commands are lost after the service has given them. */
  loseAnswers: number
  /** The next so many pushes arrive twice. */
  duplicate: number
  /** What a proxy on the way makes of an answer; called with every request. */
  tamper: ((request: Request, answer: () => Promise<Response>) => Promise<Response>) | null
  /** Cuts streams that are open. */
  cut(): void
}

export function createWeather(): Weather {
  let open = new AbortController()
  const weather: Weather = {
    isOnline: true, loseAnswers: 0, duplicate: 0, tamper: null,
    cut: () => {
      open.abort(new TypeError('the network went away'))
      open = new AbortController()
    },
    fetch: async (input, init) => {
      if (!weather.isOnline) throw new TypeError('fetch failed')
      const request = new Request(input, init)
      const isPush = request.method === 'POST' && request.url.endsWith('/v1/commands')
      if (isPush && weather.duplicate > 0) {
        weather.duplicate--
        await (await fetch(request.clone())).arrayBuffer()
      }
      const signal = AbortSignal.any([open.signal, ...(init?.signal ? [init.signal] : [])])
      const answer = (): Promise<Response> => fetch(request.clone(), { signal })
      const response = weather.tamper ? await weather.tamper(request.clone(), answer) : await answer()
      if (isPush && weather.loseAnswers > 0) {
        weather.loseAnswers--
        await response.arrayBuffer()
        throw new TypeError('the answer was lost')
      }
      return response
    },
  }
  return weather
}

export const goOffline = (weather: Weather): void => {
  weather.isOnline = false
  weather.cut()
}
