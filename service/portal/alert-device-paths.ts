/** Where the pieces stand that show messages on a device. The worker looks after the page for subscriptions and nothing else. */
export const DEVICE_PATHS = { script: '/portal/info-device.js', worker: '/portal/info-worker.js', manifest: '/portal/info.webmanifest', scope: '/portal/info' } as const

/** Under this name the browser keeps the link of its own subscription, for the page to find it again. */
export const KEPT_LINK = '/portal/info/device'
export const KEPT_IN = 'device'

/** The interface by which page and worker ask. */
export const PUBLIC_ALERTS = '/public/v1/alerts'
