import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A key and a certificate that it signed itself, as PEM text; made anew for each test file, none is committed. */
export const makeCertificate = (hostname: string): { readonly key: string; readonly cert: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-cert-'))
  try {
    const key = join(folder, 'key.pem')
    const cert = join(folder, 'cert.pem')
    const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    execFileSync('openssl', [...kind, '-subj', `/CN=${hostname}`, '-addext', `subjectAltName=DNS:${hostname}`, '-keyout', key, '-out', cert], { stdio: 'pipe' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } catch (cause) {
    throw new Error('the TLS tests make their certificate with the openssl program; install it', { cause })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
