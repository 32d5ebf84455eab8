/** The scheme and host under which the screens are served; nothing else is a page of ours. */
export const SCHEME = 'app'
export const HOST = 'rathaus'
export const START_PAGE = `${SCHEME}://${HOST}/index.html`

/** Whether an address is below `app://rathaus/`. Compared by parts, because `URL.origin` is "null" for schemes of one's own. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}

/** Whether an address is the one page there is, whatever stands behind `#`. */
export function isStartPage(address: string): boolean {
  if (!isOurs(address)) return false
  const { pathname, search } = new URL(address)
  return search === '' && (pathname === '/' || pathname === '' || pathname === '/index.html')
}

export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
