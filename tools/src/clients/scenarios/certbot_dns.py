"""Debian's python3-certbot-dns-cloudflare: the plugin's own hooks for a dns-01 challenge, without a certificate authority."""
import os
import sys
import tempfile
from types import SimpleNamespace

import CloudFlare
from certbot import errors
from certbot_dns_cloudflare._internal.dns_cloudflare import Authenticator

from check import check, done, equal, refused

token, email, key = (os.environ[name] for name in ('DEMO_TOKEN', 'DEMO_EMAIL', 'DEMO_KEY'))
year = sys.argv[1]
cf = CloudFlare.CloudFlare(token=token)
zone_id = cf.zones.get(params={'name': 'example.com'})[0]['id']
domain, name = 'deep.www.example.com', '_acme-challenge.deep.www.example.com'


def plugin(**credentials):
    """The plugin as certbot prepares it: with an INI file that only its owner reads."""
    with tempfile.NamedTemporaryFile('w', suffix='.ini', delete=False) as file:
        for field, value in credentials.items():
            file.write('dns_cloudflare_%s = %s\n' % (field, value))
    os.chmod(file.name, 0o600)
    made = Authenticator(SimpleNamespace(dns_cloudflare_credentials=file.name, dns_cloudflare_propagation_seconds=0, noninteractive_mode=True), 'dns-cloudflare')
    made._setup_credentials()
    return made


def texts():
    return sorted(one['content'] for one in cf.zones.dns_records.get(zone_id, params={'type': 'TXT', 'name': name}))


def told(*words):
    def judge(error):
        for word in words:
            if word not in str(error):
                raise AssertionError('%r is not in %r' % (word, str(error)))
    return judge


def challenge(made):
    made._perform(domain, name, 'first')
    made._perform(domain, name, 'second')
    equal(texts(), ['first', 'second'])
    equal(cf.zones.dns_records.get(zone_id, params={'type': 'TXT', 'name': name})[0]['ttl'], 120)
    made._cleanup(domain, name, 'first')
    equal(texts(), ['second'])
    made._cleanup(domain, name, 'second')
    made._cleanup(domain, name, 'second')
    equal(texts(), [])


def twice():
    made = plugin(api_token=token)
    made._perform(domain, name, 'again')
    refused(errors.PluginError, lambda: made._perform(domain, name, 'again'), told('already exists'))
    made._cleanup(domain, name, 'again')


for title, body in (
    ('answers a challenge with a token and cleans up after it', lambda: challenge(plugin(api_token=token))),
    ('answers a challenge with e-mail and key and cleans up after it', lambda: challenge(plugin(email=email, api_key=key))),
    ('hands on that a challenge is there already', twice),
    ('finds no zone for a foreign domain', lambda: refused(errors.PluginError, lambda: plugin(api_token=token)._perform('www.nowhere.net', '_acme-challenge.www.nowhere.net', 'x'), told('Unable to determine zone_id for www.nowhere.net', 'entered correctly'))),
    ('gives the hint for a token that nobody has', lambda: refused(errors.PluginError, lambda: plugin(api_token='x' * 40)._perform(domain, name, 'x'), told('9109', 'Did you enter a valid Cloudflare Token?'))),
    ('gives the hint for half a token', lambda: refused(errors.PluginError, lambda: plugin(api_token='half')._perform(domain, name, 'x'), told('6003', 'Did you copy your entire API token/key?'))),
    ('gives the hint for a wrong key', lambda: refused(errors.PluginError, lambda: plugin(email=email, api_key='0' * 37)._perform(domain, name, 'x'), told('9103', 'Did you enter the correct email address and Global key?'))),
):
    check('%s (answers of %s)' % (title, year), body)
done()
