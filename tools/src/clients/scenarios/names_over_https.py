"""A name server over HTTPS (RFC 8484) that knows the names of this machine's hosts file: for programs that trust no other."""
import http.server
import socket
import ssl
import sys

import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

FAMILIES = {dns.rdatatype.A: socket.AF_INET, dns.rdatatype.AAAA: socket.AF_INET6}


def answer(question):
    response = dns.message.make_response(question, recursion_available=True)
    [asked] = question.question
    try:
        found = socket.getaddrinfo(asked.name.to_text(omit_final_dot=True), None, FAMILIES[asked.rdtype], socket.SOCK_STREAM)
        response.answer.append(dns.rrset.from_text(asked.name, 60, 'IN', asked.rdtype, *(address[0] for *_, address in found)))
    except (KeyError, socket.gaierror):
        response.set_rcode(dns.rcode.NOERROR)
    return response.to_wire()


class Names(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        body = answer(dns.message.from_wire(self.rfile.read(int(self.headers['content-length']))))
        self.send_response(200)
        self.send_header('content-type', 'application/dns-message')
        self.send_header('content-length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


address, certificate, key = sys.argv[1:]
server = http.server.ThreadingHTTPServer((address, 443), Names)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
print('ready', flush=True)
server.serve_forever()
