"""Reads zones with dnspython: one JSON string a line in, one JSON answer a line out."""
import json
import sys

import dns.exception
import dns.zone


def records(text):
    zone = dns.zone.from_text(text, "example.com.", relativize=False, check_origin=False)
    for name, ttl, rdata in zone.iterate_rdatas():
        yield [name.to_wire().hex(), ttl, int(rdata.rdtype), rdata.to_wire().hex()]


for line in sys.stdin:
    try:
        answer = {"accepted": True, "records": list(records(json.loads(line)))}
    except Exception:  # Bad text is answered with many kinds of exceptions.
        answer = {"accepted": False}
    print(json.dumps(answer), flush=True)
