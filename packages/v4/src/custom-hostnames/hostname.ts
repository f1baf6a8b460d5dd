import * as z from '@zonewright/core/schema'
import { bundleMethod, pem } from '../certificates.ts'

const onOff = z.enum(['on', 'off'])

/** How connections to a custom host name are made. */
const sslSettings = z.object({
  /** HTTP/2. */
  http2: z.optional(onOff),
  /** TLS 1.3. */
  tls_1_3: z.optional(onOff),
  /** Early hints. */
  early_hints: z.optional(onOff),
  /** Oldest version of TLS. */
  min_tls_version: z.optional(z.enum(['1.0', '1.1', '1.2', '1.3'])),
  /** Allowed ciphers, in the words of BoringSSL. */
  ciphers: z.optional(z.array(z.string())),
})

/** What a client says about the certificate of a custom host name. */
export const sslFields = {
  /** How the owner of the name is asked. */
  method: z.optional(z.enum(['http', 'txt', 'email'])),
  /** Kind of validation; only of the domain. */
  type: z.optional(z.literal('dv')),
  /** How connections are made. */
  settings: z.optional(sslSettings),
  /** How to put the chain together. Default `ubiquitous`. */
  bundle_method: z.optional(bundleMethod),
  /** Whether the certificate is for all names below too. Default false. */
  wildcard: z.optional(z.boolean()),
  /** Who issues the certificate. */
  certificate_authority: z.optional(z.enum(['digicert', 'google', 'lets_encrypt', 'ssl_com'])),
  /** Certificate of one's own as PEM, with `custom_key`. */
  custom_certificate: z.optional(pem),
  /** Its private key as PEM. Secret. */
  custom_key: z.optional(pem),
}

const text = z.optional(z.string())

export const HostnameSsl = z.object({
  /** Identifier of the certificate. Read-only. */
  id: text,
  /** State, such as `pending_validation` or `active`. Read-only. */
  status: text,
  /** How the owner of the name is asked. */
  method: text,
  /** Kind of validation. */
  type: text,
  /** How connections are made. */
  settings: z.optional(sslSettings),
  /** How the chain is put together. */
  bundle_method: text,
  /** Whether the certificate is for all names below too. */
  wildcard: z.optional(z.boolean()),
  /** Who issues the certificate. */
  certificate_authority: text,
  /** Host names of a certificate of one's own. Read-only. */
  hosts: z.optional(z.array(z.string())),
  /** Who issued a certificate of one's own. Read-only. */
  issuer: text,
  /** When a certificate of one's own ends, RFC 3339. Read-only. */
  expires_on: text,
  /** When a certificate of one's own was uploaded, RFC 3339. Read-only. */
  uploaded_on: text,
  /** What the owner of the name must publish. Read-only. */
  validation_records: z.optional(
    z.array(
      z.object({
        /** Name of the TXT record. */
        txt_name: text,
        /** Its content. */
        txt_value: text,
        /** Address that is asked for. */
        http_url: text,
        /** What must be found there. */
        http_body: text,
        /** Addresses that get a letter. */
        emails: z.optional(z.array(z.string())),
      }),
    ),
  ),
})
export interface HostnameSsl extends z.output<typeof HostnameSsl> {}

export const CustomHostname = z.object({
  /** Identifier of the custom host name, a UUID. Read-only. */
  id: z.string(),
  /** The name that points to the zone. At most 255 characters. */
  hostname: z.string(),
  /** Its certificate. */
  ssl: z.optional(HostnameSsl),
  /** State, such as `pending` or `active`. Read-only. */
  status: text,
  /** Why it is not active yet. Read-only. */
  verification_errors: z.optional(z.array(z.string())),
  /** TXT record that makes it active. Read-only. */
  ownership_verification: z.optional(
    z.object({
      /** Kind of record: `txt`. */
      type: text,
      /** Name of the record. */
      name: text,
      /** Its content. */
      value: text,
    }),
  ),
  /** Address whose content makes it active. Read-only. */
  ownership_verification_http: z.optional(
    z.object({
      /** Address that is asked for. */
      http_url: text,
      /** What must be found there. */
      http_body: text,
    }),
  ),
  /** Server behind it, when not the fallback origin; a name in the zone. */
  custom_origin_server: text,
  /** Name that the server is asked for in the TLS handshake. */
  custom_origin_sni: text,
  /** Data of one's own; keys and values are texts. */
  custom_metadata: z.optional(z.nullable(z.record(z.string(), z.string()))),
  /** When it was created, RFC 3339. Read-only. */
  created_at: text,
})
export interface CustomHostname extends z.output<typeof CustomHostname> {}
