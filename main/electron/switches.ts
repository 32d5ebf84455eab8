/**
 * Switches of Chromium and Node that take protections away or open a port. A packaged desk that is started with one of them
 * ends before it shows anything: the list is long because each was once a way in.
 */
export const FORBIDDEN_SWITCHES = [
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'inspect', 'inspect-brk', 'inspect-port',
  'inspect-publish-uid', 'js-flags', 'no-sandbox', 'disable-setuid-sandbox', 'disable-web-security', 'disable-site-isolation-trials',
  'allow-file-access-from-files', 'allow-running-insecure-content', 'ignore-certificate-errors', 'ignore-certificate-errors-spki-list',
  'ignore-urlfetcher-cert-requests', 'unsafely-treat-insecure-origin-as-secure', 'host-rules', 'host-resolver-rules', 'proxy-pac-url',
  'load-extension', 'disable-extensions-except', 'renderer-cmd-prefix', 'gpu-launcher', 'utility-cmd-prefix', 'ppapi-plugin-launcher',
  'renderer-process-limit', 'single-process', 'in-process-gpu', 'enable-blink-features', 'enable-experimental-web-platform-features',
  'log-net-log', 'ssl-key-log-file', 'auth-server-allowlist', 'auth-negotiate-delegate-allowlist', 'user-data-dir',
] as const

export const forbiddenAmong = (hasSwitch: (name: string) => boolean): string | undefined => FORBIDDEN_SWITCHES.find(hasSwitch)
