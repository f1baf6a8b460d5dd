"""Debian's python3-libcloud: its driver for the service, written for the answers of 2022, which name the zone in every record."""
import os

from libcloud.common.types import InvalidCredsError
from libcloud.dns.providers import get_driver
from libcloud.dns.types import Provider, RecordAlreadyExistsError, RecordType, ZoneDoesNotExistError

from check import check, done, equal, refused

token, email, key = (os.environ[name] for name in ('DEMO_TOKEN', 'DEMO_EMAIL', 'DEMO_KEY'))
CloudFlare = get_driver(Provider.CLOUDFLARE)
driver = CloudFlare(email, key)
zone = [one for one in driver.iterate_zones() if one.domain == 'example.com'][0]


def anything(_error):
    pass


def zones():
    equal(sorted(one.domain for one in driver.iterate_zones()), ['example.com', 'example.org'])
    made = driver.create_zone('made.example')
    equal((made.domain, made.type, driver.get_zone(made.id).extra['status']), ('made.example', 'master', 'pending'))
    equal(driver.update_zone(made, 'made.example', extra={'paused': True}).extra['paused'], True)
    equal(driver.delete_zone(made), True)
    refused(ZoneDoesNotExistError, lambda: driver.get_zone(made.id), anything)


def records():
    made = driver.create_record('www', zone, RecordType.A, '192.0.2.1', extra={'ttl': 300})
    equal((made.name, made.data, made.ttl, made.zone.id), ('www', '192.0.2.1', 300, zone.id))
    equal(driver.get_record(zone.id, made.id).data, '192.0.2.1')
    changed = driver.update_record(made, data='192.0.2.2')
    equal((changed.id, changed.name, changed.data), (made.id, 'www', '192.0.2.2'))
    refused(RecordAlreadyExistsError, lambda: driver.create_record('www', zone, RecordType.A, '192.0.2.2'), anything)
    mail = driver.create_record('example.com', zone, RecordType.MX, 'mx.example.com', extra={'priority': 10})
    issuer = driver.create_record('example.com', zone, RecordType.CAA, '0 issue ca.example')
    equal(sorted((one.type, one.name, one.data) for one in driver.iterate_records(zone)), [('A', 'www', '192.0.2.2'), ('CAA', None, '0 issue "ca.example"'), ('MX', None, 'mx.example.com')])
    for one in (made, mail, issuer):
        equal(driver.delete_record(one), True)
    equal(list(driver.iterate_records(zone)), [])


def strangers():
    refused(InvalidCredsError, lambda: list(CloudFlare(email, '0' * 37).iterate_zones()), anything)


check('lists, makes, changes and removes zones', zones)
check('makes, changes, finds and removes records', records)
check('works with a token', lambda: equal(len(list(CloudFlare(token).iterate_zones())), 2))
check('is refused with a wrong key', strangers)
done()
