"""Reads zones with dnspython: one JSON string a line in, one JSON answer a line out."""
import json
import resource
import sys

import dns.exception
import dns.zone

# It makes rdata of gigabytes from some numbers.
resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))


def records(text):
    zone = dns.zone.from_text(text, "example.com.", relativize=False, check_origin=False)
    for name, ttl, rdata in zone.iterate_rdatas():
        octets = rdata.to_wire()
        if len(octets) > 65535:
            raise ValueError("rdata that does not fit the wire")
        yield [name.to_wire().hex(), ttl, int(rdata.rdtype), octets.hex()]


for line in sys.stdin:
    try:
        answer = {"accepted": True, "records": list(records(json.loads(line)))}
    except Exception:  # Bad text is answered with many kinds of exceptions.
        answer = {"accepted": False}
    print(json.dumps(answer), flush=True)
