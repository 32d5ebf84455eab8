/** Where a seal is checked. */
export const CHECK_PATH = '/verify/vaccination'

/**
 * What a QR code holds: the address at which a telephone opens the check, and the seal behind the `#`, which no browser
 * sends along. So nothing of it stands in anybody's logs, and whoever checks by a program of their own takes what follows it.
 */
export const sealAddress = (url: string, seal: string): string => `${url}${CHECK_PATH}#${seal}`

/** The seal in what was scanned or pasted: the whole address, or what follows the `#`; lines may be broken anywhere. */
export const sealIn = (text: string): string => text.replaceAll(/\s/g, '').split('#').at(-1) ?? ''
