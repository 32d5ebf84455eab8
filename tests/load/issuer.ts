import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { API_AUDIENCE } from '../../service/identity/tokens.ts'

/** Says who somebody is, one issuer for each town: what is measured is the service and not the checking of passwords. */
export interface Issuer {
  addressFor(town: string): string
  /** An access token that holds for the whole run. */
  tokenFor(town: string, login: string): Promise<string>
  close(): Promise<void>
}

export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'load', alg: 'ES256', use: 'sig' }] })
  const server = createServer(({ url = '' }, response) => {
    const town = url.split('/')[1] ?? ''
    const body = url.endsWith('/keys') ? keys : JSON.stringify({ issuer: addressFor(town), jwks_uri: `${addressFor(town)}/keys` })
    response.setHeader('content-type', 'application/json').end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const addressFor = (town: string): string => `http://127.0.0.1:${port}/${town}`
  return {
    addressFor,
    tokenFor: (town, login) => new SignJWT({ preferred_username: login, auth_time: Math.floor(Date.now() / 1000) })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'load' })
      .setIssuer(addressFor(town)).setAudience(API_AUDIENCE).setSubject(login).setIssuedAt().setExpirationTime('12h').sign(privateKey),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
