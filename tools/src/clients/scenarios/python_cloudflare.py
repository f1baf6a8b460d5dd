"""Debian's python3-cloudflare through zones, records, settings, purges, zone files and errors; the year of the answers is its parameter."""
import os
import sys
import tempfile

import CloudFlare

from check import check, done, equal, refused

year = sys.argv[1]
token, email, key = (os.environ[name] for name in ('DEMO_TOKEN', 'DEMO_EMAIL', 'DEMO_KEY'))
cf = CloudFlare.CloudFlare(token=token)
failure = CloudFlare.exceptions.CloudFlareAPIError
zone = cf.zones.get(params={'name': 'example.com'})[0]
zone_id = zone['id']
missing = 'f' * 32


def code(wanted, *chain):
    def judge(error):
        equal(int(error), wanted)
        equal([int(link) for link in error], list(chain))
        if not str(error):
            raise AssertionError('the message is empty')
    return judge


def say(title):
    return '%s (answers of %s)' % (title, year)


def zones():
    equal(sorted(one['name'] for one in cf.zones.get()), ['example.com', 'example.org'])
    equal(zone['status'], 'active')
    equal(zone['name_servers'], sorted(zone['name_servers']))
    made = cf.zones.post(data={'name': 'made.example', 'jump_start': False, 'account': {'id': zone['account']['id']}})
    equal((made['status'], made['type'], made['paused']), ('pending', 'full', False))
    equal(cf.zones.patch(made['id'], data={'paused': True})['paused'], True)
    equal(cf.zones.activation_check.put(made['id'])['id'], made['id'])
    refused(failure, lambda: cf.zones.post(data={'name': 'made.example'}), code(1061))
    equal(cf.zones.delete(made['id'])['id'], made['id'])


def identities():
    equal(cf.user.get()['email'], email)
    equal(cf.user.tokens.verify.get()['status'], 'active')
    equal(CloudFlare.CloudFlare(email=email, key=key).user.get()['email'], email)
    equal(len(cf.accounts.get()), 1)
    equal(sorted(CloudFlare.CloudFlare().ips.get())[:2], ['etag', 'ipv4_cidrs'])


def records():
    made = cf.zones.dns_records.post(zone_id, data={'name': 'www', 'type': 'A', 'content': '192.0.2.1', 'ttl': 120})
    equal((made['name'], made['ttl'], made['proxied']), ('www.example.com', 120, False))
    equal(cf.zones.dns_records.get(zone_id, made['id'])['content'], '192.0.2.1')
    put = cf.zones.dns_records.put(zone_id, made['id'], data={'name': 'www.example.com', 'type': 'A', 'content': '192.0.2.2', 'proxied': True})
    equal((put['content'], put['ttl'], put['proxied']), ('192.0.2.2', 1, True))
    equal(cf.zones.dns_records.patch(zone_id, made['id'], data={'content': '192.0.2.3'})['proxied'], True)
    equal([one['id'] for one in cf.zones.dns_records.get(zone_id, params={'name': 'www.example.com', 'match': 'all'})], [made['id']])
    equal('zone_name' in put, year == '2024')
    equal(cf.zones.dns_records.delete(zone_id, made['id']), {'id': made['id']})


def kinds():
    srv = {'type': 'SRV', 'name': '_sip._tcp', 'data': {'priority': 10, 'weight': 5, 'port': 5060, 'target': 'sip.example.com.'}}
    if year == '2024':
        srv = {'type': 'SRV', 'data': {'service': '_sip', 'proto': '_tcp', 'name': 'example.com', **srv['data']}}
    made = cf.zones.dns_records.post(zone_id, data=srv)
    equal((made['name'], made['content'].split(), made['priority']), ('_sip._tcp.example.com', ['5', '5060', 'sip.example.com'], 10))
    mail = cf.zones.dns_records.post(zone_id, data={'type': 'MX', 'name': 'example.com', 'content': 'mx.example.com.', 'priority': 10})
    equal((mail['content'], mail['priority']), ('mx.example.com', 10))
    caa = cf.zones.dns_records.post(zone_id, data={'type': 'CAA', 'name': 'example.com', 'data': {'flags': 0, 'tag': 'issue', 'value': 'ca.example'}})
    equal(caa['content'], '0 issue "ca.example"')
    for one in (made, mail, caa):
        cf.zones.dns_records.delete(zone_id, one['id'])


def paging():
    made = [cf.zones.dns_records.post(zone_id, data={'name': 'host%d' % number, 'type': 'A', 'content': '192.0.2.%d' % number}) for number in range(1, 12)]
    raw = CloudFlare.CloudFlare(token=token, raw=True)
    names, page = [], 0
    while True:
        page += 1
        answer = raw.zones.dns_records.get(zone_id, params={'page': page, 'per_page': 5, 'order': 'name'})
        names += [one['name'] for one in answer['result']]
        equal(answer['result_info']['count'], len(answer['result']))
        if page == answer['result_info']['total_pages']:
            break
    equal((page, len(names), answer['result_info']['total_count'], names == sorted(names)), (3, 11, 11, True))
    equal(raw.zones.dns_records.get(zone_id, params={'page': 4, 'per_page': 5})['result'], [])
    for one in made:
        cf.zones.dns_records.delete(zone_id, one['id'])


def errors():
    made = cf.zones.dns_records.post(zone_id, data={'name': 'twin', 'type': 'A', 'content': '192.0.2.1'})
    twin = {'name': 'twin', 'type': 'A', 'content': '192.0.2.1'}
    refused(failure, lambda: cf.zones.dns_records.post(zone_id, data=twin), code(81057 if year == '2024' else 81058))
    refused(failure, lambda: cf.zones.dns_records.post(zone_id, data={'name': 'twin', 'type': 'CNAME', 'content': 'example.com'}), code(81053))
    wrong = {'name': 'wrong', 'type': 'A', 'content': 'nowhere'}
    refused(failure, lambda: cf.zones.dns_records.post(zone_id, data=wrong), code(1004, 9005) if year == '2024' else code(9005))
    refused(failure, lambda: cf.zones.dns_records.get(zone_id, missing), code(81044))
    refused(failure, lambda: cf.zones.dns_records.delete(zone_id, missing), code(81044))
    refused(failure, lambda: cf.zones.dns_records.get(zone_id, 'x' * 32), code(7003))
    refused(failure, lambda: cf.zones.get(missing), code(1001))
    cf.zones.dns_records.delete(zone_id, made['id'])


def strangers():
    refused(failure, CloudFlare.CloudFlare(token='x' * 40).zones.get, code(9109))
    refused(failure, CloudFlare.CloudFlare(token='short').zones.get, code(6003, 6111))
    refused(failure, CloudFlare.CloudFlare(email=email, key='0' * 37).zones.get, code(9103))
    refused(failure, CloudFlare.CloudFlare(email=email, key='no key').zones.get, code(6003, 6103))
    # What no route has, nobody needs to be known for.
    plain = CloudFlare.CloudFlare()
    plain.add('OPEN', 'invalid')
    refused(failure, plain.invalid.get, code(7000))


def settings():
    equal(len(cf.zones.settings.get(zone_id)) > 40, True)
    equal(cf.zones.settings.always_use_https.patch(zone_id, data={'value': 'on'})['value'], 'on')
    equal(cf.zones.settings.always_use_https.get(zone_id)['value'], 'on')
    refused(failure, lambda: cf.zones.settings.always_use_https.patch(zone_id, data={'value': 'perhaps'}), code(1007))
    equal([one['id'] for one in cf.zones.settings.patch(zone_id, data={'items': [{'id': 'ipv6', 'value': 'off'}]})], ['ipv6'])


def purges():
    equal(cf.zones.purge_cache.post(zone_id, data={'purge_everything': True})['id'], zone_id)
    equal(cf.zones.purge_cache.delete(zone_id, data={'files': ['https://www.example.com/a.css']})['id'], zone_id)
    refused(failure, lambda: cf.zones.purge_cache.post(zone_id, data={}), code(1012))


def zone_files():
    text = '$ORIGIN example.com.\n$TTL 300\n@ IN MX 10 mx\nwww IN A 192.0.2.9\n  IN TXT "two words"\n'
    with tempfile.NamedTemporaryFile('w+', suffix='.zone') as file:
        file.write(text)
        file.flush()
        with open(file.name, 'rb') as opened:
            added = cf.zones.dns_records.import_.post(zone_id, files={'file': opened})
    equal((added['recs_added'], added['total_records_parsed']), (3, 3))
    exported = cf.zones.dns_records.export.get(zone_id)
    for line in ('www.example.com.\t300\tIN\tA\t192.0.2.9', 'example.com.\t300\tIN\tMX\t10 mx.example.com.', '"two words"'):
        if line not in exported:
            raise AssertionError('%r is not in the export %r' % (line, exported))
    with tempfile.NamedTemporaryFile('rb') as empty:
        equal(cf.zones.dns_records.import_.post(zone_id, files={'file': empty}), {'recs_added': 0, 'recs_added_by_type': {}, 'total_records_parsed': 0})
    for one in cf.zones.dns_records.get(zone_id):
        cf.zones.dns_records.delete(zone_id, one['id'])


def graphql():
    query = 'query { viewer { zones(filter: {zoneTag: "%s"}) { httpRequests1dGroups(limit: 2, filter: {date_gt: "2026-01-01"}) { sum { requests } dimensions { date } } } } }' % zone_id
    equal(len(cf.graphql.post(data={'query': query})['data']['viewer']['zones']), 1)
    refused(failure, lambda: cf.graphql.post(data={'query': 'query { viewer { nothing } }'}), lambda error: equal(int(error), 99999))


def rules():
    made = cf.zones.firewall.access_rules.rules.post(zone_id, data={'mode': 'block', 'configuration': {'target': 'ip', 'value': '192.0.2.66'}, 'notes': 'no guest'})
    equal([one['id'] for one in cf.zones.firewall.access_rules.rules.get(zone_id, params={'mode': 'block'})], [made['id']])
    cf.zones.firewall.access_rules.rules.delete(zone_id, made['id'])
    page = cf.zones.pagerules.post(zone_id, data={'targets': [{'target': 'url', 'constraint': {'operator': 'matches', 'value': 'www.example.com/*'}}], 'actions': [{'id': 'always_use_https'}], 'status': 'active'})
    equal([one['id'] for one in cf.zones.pagerules.get(zone_id)], [page['id']])
    cf.zones.pagerules.delete(zone_id, page['id'])


for title, body in (
    ('lists, makes, changes and removes zones', zones),
    ('knows who asks, by token and by key', identities),
    ('makes, reads, replaces, changes, finds and removes a record', records),
    ('writes records whose value has parts', kinds),
    ('pages through a list to its end', paging),
    ('is told what is wrong with a record', errors),
    ('is refused with wrong credentials', strangers),
    ('reads and changes settings', settings),
    ('purges by POST and by DELETE', purges),
    ('imports and exports a zone file', zone_files),
    ('asks by GraphQL', graphql),
    ('keeps access rules and page rules', rules),
):
    check(say(title), body)
done()
