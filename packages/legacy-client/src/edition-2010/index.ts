/**
 * Actions that only the 2010 edition has, or that it has in another form.
 * @module
 */
export { type AddressUpdate, type AddressUpdateText, type Ipv6Set, type PreloaderPurge, type RecordCreate, type RecordsRemove, type Screenshot, type TakenScreenshot, type VisitorList, createRecord, lookUp, purgePreloader, removeRecords, screenshot, setIpv6, updateAddress, visitors } from './json.ts'
export { type AddressRule, type Reported, type SpamReport, allow, ban, forget, reportSpam, updateAddressByText } from './text.ts'
