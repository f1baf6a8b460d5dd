import type { Client } from './client.ts'
import { alchemy } from './scenarios/alchemy.ts'
import { ansible } from './scenarios/ansible.ts'
import { certbot } from './scenarios/certbot.ts'
import { cloudflareCli } from './scenarios/cloudflare-cli.ts'
import { cloudflareDdns } from './scenarios/cloudflare-ddns.ts'
import { ddclient } from './scenarios/ddclient.ts'
import { dnslink } from './scenarios/dnslink.ts'
import { fail2ban } from './scenarios/fail2ban.ts'
import { inadyn } from './scenarios/inadyn.ts'
import { lexicon } from './scenarios/lexicon.ts'
import { libcloud } from './scenarios/libcloud.ts'
import { acmeDns01, cloudflare0, cloudflare2, cloudflare4, cloudflare5, cloudflare6, cloudflare7, cloudflareClient } from './scenarios/npm-cloudflare.ts'
import { pearkes } from './scenarios/pearkes.ts'
import { pythonCloudflare } from './scenarios/python-cloudflare.ts'
import { wrangler, wrangler3 } from './scenarios/wrangler.ts'

/** Every client that is tried. */
export const clients: readonly Client[] = [
  { name: 'python-cloudflare', from: { debian: ['python3-cloudflare'] }, scenario: pythonCloudflare },
  { name: 'lexicon', from: { debian: ['lexicon', 'python3-lexicon'] }, scenario: lexicon },
  { name: 'certbot-dns-cloudflare', from: { debian: ['python3-certbot-dns-cloudflare', 'certbot', 'pebble', 'python3-dnspython'] }, scenario: certbot },
  { name: 'ddclient', from: { debian: ['ddclient', 'libio-socket-ssl-perl', 'libio-socket-inet6-perl'] }, scenario: ddclient },
  { name: 'inadyn', from: { debian: ['inadyn'] }, scenario: inadyn },
  { name: 'cloudflare-ddns', from: { debian: ['cloudflare-ddns', 'python3-dnspython'] }, scenario: cloudflareDdns },
  { name: 'libcloud', from: { debian: ['python3-libcloud'] }, scenario: libcloud },
  { name: 'fail2ban', from: { debian: ['fail2ban', 'curl'] }, scenario: fail2ban },
  { name: 'pearkes-cloudflare', from: { debian: ['golang-github-pearkes-cloudflare-dev', 'golang-github-hashicorp-go-cleanhttp-dev', 'golang-go'] }, heavy: true, scenario: pearkes },
  { name: 'ansible', from: { debian: ['ansible'] }, heavy: true, scenario: ansible },
  { name: 'cloudflare-cli', from: { npm: 'cloudflare-cli' }, scenario: cloudflareCli },
  { name: 'cloudflare-client', from: { npm: 'cloudflare-client' }, scenario: cloudflareClient },
  { name: 'dnslink-cloudflare', from: { npm: 'dnslink-cloudflare' }, scenario: dnslink },
  { name: 'acme-dns-01-cloudflare', from: { npm: 'acme-dns-01-cloudflare' }, scenario: acmeDns01 },
  { name: 'alchemy', from: { npm: 'alchemy' }, heavy: true, scenario: alchemy },
  { name: 'wrangler@3', from: { npm: 'wrangler@3' }, heavy: true, scenario: wrangler3 },
  { name: 'wrangler', from: { npm: 'wrangler@4' }, heavy: true, scenario: wrangler },
  { name: 'cloudflare@7', from: { npm: 'cloudflare@7' }, scenario: cloudflare7 },
  { name: 'cloudflare@6', from: { npm: 'cloudflare@6' }, heavy: true, scenario: cloudflare6 },
  { name: 'cloudflare@5', from: { npm: 'cloudflare@5' }, heavy: true, scenario: cloudflare5 },
  { name: 'cloudflare@4', from: { npm: 'cloudflare@4' }, scenario: cloudflare4 },
  { name: 'cloudflare@2', from: { npm: 'cloudflare@2' }, scenario: cloudflare2 },
  { name: 'cloudflare@0.0.8', from: { npm: 'cloudflare@0.0.8' }, scenario: cloudflare0 },
]
