import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of a certificate that lives as long as one run. */
export interface Certificate {
  readonly authority: string
  readonly key: string
  readonly certificate: string
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/** Makes an authority and a certificate of it for these names (`DNS:…`, `IP:…`), with the openssl program. */
export const makeCertificate = (folder: string, names: readonly string[]): Certificate => {
  const openssl = (...parameters: string[]): unknown => execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' })
  openssl('req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Throw-away authority', '-addext', 'keyUsage=critical,keyCertSign', '-keyout', 'authority.key', '-out', 'authority.pem')
  openssl('req', ...newKey, '-subj', '/CN=api.cloudflare.com', '-keyout', 'server.key', '-out', 'server.csr')
  writeFileSync(join(folder, 'server.ext'), `subjectAltName=${names.join(',')}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n`)
  openssl('x509', '-req', '-in', 'server.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '2', '-extfile', 'server.ext', '-out', 'server.pem')
  return { authority: join(folder, 'authority.pem'), key: join(folder, 'server.key'), certificate: join(folder, 'server.pem') }
}
