import type { Client } from './client.ts'
import { certbot } from './scenarios/certbot.ts'
import { ddclient } from './scenarios/ddclient.ts'
import { inadyn } from './scenarios/inadyn.ts'
import { lexicon } from './scenarios/lexicon.ts'
import { libcloud } from './scenarios/libcloud.ts'
import { cloudflare0, cloudflare2, cloudflare7 } from './scenarios/npm-cloudflare.ts'
import { pythonCloudflare } from './scenarios/python-cloudflare.ts'
import { wrangler } from './scenarios/wrangler.ts'

/** Every client that is tried. */
export const clients: readonly Client[] = [
  { name: 'python-cloudflare', from: { debian: ['python3-cloudflare'] }, scenario: pythonCloudflare },
  { name: 'lexicon', from: { debian: ['lexicon', 'python3-lexicon'] }, scenario: lexicon },
  { name: 'certbot-dns-cloudflare', from: { debian: ['python3-certbot-dns-cloudflare'] }, scenario: certbot },
  { name: 'ddclient', from: { debian: ['ddclient', 'libio-socket-ssl-perl', 'libio-socket-inet6-perl'] }, scenario: ddclient },
  { name: 'inadyn', from: { debian: ['inadyn'] }, scenario: inadyn },
  { name: 'libcloud', from: { debian: ['python3-libcloud'] }, scenario: libcloud },
  { name: 'wrangler', from: { npm: 'wrangler@4' }, heavy: true, scenario: wrangler },
  { name: 'cloudflare@7', from: { npm: 'cloudflare@7' }, scenario: cloudflare7 },
  { name: 'cloudflare@2', from: { npm: 'cloudflare@2' }, scenario: cloudflare2 },
  { name: 'cloudflare@0.0.8', from: { npm: 'cloudflare@0.0.8' }, scenario: cloudflare0 },
]
