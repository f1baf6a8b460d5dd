import type { CommandData } from '../command.ts'

/** `zw call` */
export const call: CommandData = {
  name: 'call',
  summary: 'call anything: a method, a path and values',
  description: `Call any path of the API, known or not. The result is written as JSON unless -o says otherwise.

In the path {zone:example.com} stands for the identifier of that zone. Values:
  key=text         text
  key:=json        a number, true, false, null, list or object
  key=@file        the text of a file
  key:=@file       the JSON of a file
  key@file         a file to upload; the request becomes multipart/form-data
  @file            the file is the whole body
A value whose name stands in braces in the path goes there, as in /zones/{zone_id} zone_id=..., so that a route of zw routes can be called as it is. The others go to the query with GET, and to the body with other methods; --query always goes to the query.

With --api legacy or host the path is the name of an action, and all pages of a listing are read.`,
  arguments: [
    { name: 'method', description: 'GET, POST, PUT, PATCH or DELETE' },
    { name: 'path', description: 'path behind /client/v4, such as /zones' },
    { name: 'values', description: 'values for query or body', optional: true, variadic: true },
  ],
  options: [
    { flags: '--query <key=value>', description: 'value for the query; may be given several times', repeatable: true },
    { flags: '--header <name: value>', description: 'header; may be given several times', repeatable: true },
    { flags: '--all', description: 'GET all pages of a listing' },
  ],
  examples: ['zw call GET /zones name=example.com', "zw call POST '/zones/{zone:example.com}/dns_records' type=A name=www content=192.0.2.1 ttl:=300", "zw call POST '/zones/{zone:example.com}/dns_records/import' file@example.com.zone proxied=true", "zw call GET '/zones/{zone:example.com}/dns_records/export'", 'zw --api legacy call POST rec_load_all z=example.com'],
  load: () => import('./call-action.ts'),
  otherApis: () => import('./store/call-action.ts'),
}
