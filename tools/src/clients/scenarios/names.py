"""A name server on loopback that answers from the records of the emulator: what a certificate authority and its clients look up."""
import json
import os
import socket
import sys
import urllib.request

import dns.flags
import dns.message
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

API = 'https://api.cloudflare.com/client/v4'


def api(path):
    request = urllib.request.Request(API + path, headers={'authorization': 'Bearer ' + os.environ['DEMO_TOKEN']})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)['result']


def zone_of(name):
    zones = [zone for zone in api('/zones') if name == zone['name'] or name.endswith('.' + zone['name'])]
    return max(zones, key=lambda zone: len(zone['name']), default=None)


def text(record):
    if record['type'] == 'TXT':
        return record['content'] if record['content'].startswith('"') else json.dumps(record['content'])
    return record['content'] + ('.' if record['type'] in ('CNAME', 'NS') else '')


def answer(question):
    response = dns.message.make_response(question, recursion_available=True)
    [asked] = question.question
    name = asked.name.to_text(omit_final_dot=True).lower()
    zone = zone_of(name)
    if zone is None:
        response.set_rcode(dns.rcode.NXDOMAIN)
        return response
    response.flags |= dns.flags.AA
    soa = dns.rrset.from_text(zone['name'] + '.', 1800, 'IN', 'SOA', '%s. dns.cloudflare.com. 1 10000 2400 604800 1800' % zone['name_servers'][0])
    if asked.rdtype == dns.rdatatype.SOA and name == zone['name']:
        response.answer.append(soa)
        return response
    wanted = dns.rdatatype.to_text(asked.rdtype)
    for record in api('/zones/%s/dns_records?name=%s' % (zone['id'], name)):
        if record['type'] in (wanted, 'CNAME'):
            response.answer.append(dns.rrset.from_text(name + '.', 60, 'IN', record['type'], text(record)))
    if not response.answer:
        response.authority.append(soa)
    return response


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('127.0.0.1', int(sys.argv[1])))
print('ready', flush=True)
while True:
    data, sender = server.recvfrom(4096)
    server.sendto(answer(dns.message.from_wire(data)).to_wire(), sender)
