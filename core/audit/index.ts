export { canonical } from './canonical.ts';
export { toCef } from './cef.ts';
export { AuditEntry, append, GENESIS, type Sha256, type Verification, verify } from './chain.ts';
export { AuditEvent, type AuditEventType } from './event.ts';
export { type EventMapping, mappingOf, messageOf, ocsfClasses, type Severity, severities } from './mapping.ts';
export { OCSF_VERSION, toOcsf, toOcsfLine } from './ocsf.ts';
export { type SyslogOptions, toSyslog } from './syslog.ts';
