/**
 * What the events mean that an investigation looks for first, in our words: the message texts themselves are in files
 * of Windows and not in the log. Sources: Microsoft Learn, "Security auditing", "Review event logs … Microsoft Defender
 * Antivirus", and the manifests of the providers.
 */
const SECURITY: Readonly<Record<number, string>> = {
  4608: 'Windows is starting up',
  4616: 'The clock of the computer was changed',
  4624: 'Somebody logged on',
  4625: 'A logon failed',
  4634: 'A session ended',
  4647: 'Somebody logged off',
  4648: 'A program logged on with credentials of somebody else',
  4657: 'A value of the registry was changed',
  4663: 'A file or another object was accessed',
  4672: 'A logon got the rights of an administrator',
  4688: 'A program was started',
  4697: 'A service was installed',
  4698: 'A scheduled task was created',
  4699: 'A scheduled task was deleted',
  4700: 'A scheduled task was switched on',
  4701: 'A scheduled task was switched off',
  4702: 'A scheduled task was changed',
  4719: 'What Windows records (the audit policy) was changed',
  4720: 'An account was created',
  4722: 'An account was enabled',
  4723: 'Somebody tried to change the password of an account, knowing the old one',
  4724: 'Somebody tried to set the password of an account anew',
  4725: 'An account was disabled',
  4726: 'An account was deleted',
  4728: 'A member was added to a global group',
  4732: 'A member was added to a local group',
  4733: 'A member was removed from a local group',
  4738: 'An account was changed',
  4740: 'An account was locked after failed logons',
  4756: 'A member was added to a universal group',
  4768: 'A Kerberos ticket was asked for',
  4769: 'A Kerberos ticket for a service was asked for',
  4771: 'A Kerberos logon failed',
  4776: 'A password was checked (NTLM)',
  4778: 'Somebody came back to a session of Remote Desktop',
  4779: 'A session of Remote Desktop was left',
  4798: 'The groups of an account were listed',
  4907: 'What is recorded about one object was changed',
  4912: 'What is recorded about one account was changed',
  5136: 'An object of the directory was changed',
  5140: 'A network share was accessed',
  5145: 'A file on a network share was asked for',
  5152: 'The firewall dropped a packet',
  5156: 'The firewall let a connection through',
  5157: 'The firewall blocked a connection',
};

const EVENT_LOG: Readonly<Record<number, string>> = {
  104: 'An event log was cleared',
  1100: 'The service that records events was stopped',
  1101: 'Events of the audit were lost',
  1102: 'The security log was cleared',
  1104: 'The security log is full',
  1108: 'An event could not be recorded properly; it stands inside',
};

const SERVICES: Readonly<Record<number, string>> = {
  7034: 'A service ended unexpectedly',
  7036: 'A service was started or stopped',
  7040: 'How a service starts was changed',
  7045: 'A service was installed',
};

const DEFENDER: Readonly<Record<number, string>> = {
  1006: 'Defender found something harmful or unwanted',
  1007: 'Defender acted against something harmful or unwanted',
  1013: 'The history of what Defender found was deleted',
  1015: 'Defender saw suspicious behaviour',
  1116: 'Defender found something harmful or unwanted',
  1117: 'Defender acted against something harmful or unwanted',
  1118: 'Defender tried to act and failed, not critically',
  1119: 'Defender tried to act and failed critically',
  2000: 'Defender got new definitions',
  2001: 'Defender failed to get new definitions',
  5001: 'The real-time protection of Defender was switched off',
  5004: 'The settings of the real-time protection of Defender were changed',
  5007: 'The settings of Defender were changed (an exclusion, perhaps)',
  5010: 'The scan of Defender for unwanted programs was switched off',
  5012: 'The scan of Defender for viruses was switched off',
};

const DATABASE: Readonly<Record<number, string>> = {
  15281: 'SQL Server refused a procedure that its settings switch off (xp_cmdshell, perhaps)',
  15457: 'A setting of SQL Server was changed (xp_cmdshell, perhaps)',
  18454: 'A logon to SQL Server succeeded',
  18456: 'A logon to SQL Server failed',
  33205: 'SQL Server recorded an event of its audit',
};

const BY_PROVIDER: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'Microsoft-Windows-Security-Auditing': SECURITY,
  'Microsoft-Windows-Eventlog': EVENT_LOG,
  'Service Control Manager': SERVICES,
  'Microsoft-Windows-Windows Defender': DEFENDER,
  'Microsoft-Windows-Kernel-General': { 1: 'The clock of the computer was changed' },
  'Microsoft-Windows-TaskScheduler': {
    106: 'A scheduled task was registered',
    140: 'A scheduled task was changed',
    141: 'A scheduled task was deleted',
  },
  'Microsoft-Windows-TerminalServices-RemoteConnectionManager': {
    // Before the logon: it says that the network level was passed, not that a session began.
    1149: 'Somebody reached Remote Desktop and was let through to the logon',
    261: 'Remote Desktop got a connection',
  },
  'Microsoft-Windows-TerminalServices-LocalSessionManager': {
    21: 'A session began (at the machine or by Remote Desktop)',
    23: 'A session ended',
    24: 'A session was left and stays open',
    25: 'Somebody came back to a session',
  },
  'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS': {
    131: 'Remote Desktop accepted a connection',
    140: 'A logon by Remote Desktop failed: unknown name or wrong password',
  },
  'Microsoft-Windows-PowerShell': {
    4103: 'PowerShell ran a command',
    4104: 'PowerShell ran this piece of a script',
  },
  PowerShell: { 400: 'PowerShell was started' },
  'Microsoft-Windows-Sysmon': {
    1: 'A program was started (Sysmon)',
    3: 'A program opened a connection (Sysmon)',
    8: 'A program started a thread in another one (Sysmon)',
    10: 'A program opened another one (Sysmon)',
    11: 'A program created a file (Sysmon)',
    13: 'A program set a value of the registry (Sysmon)',
  },
};

/** Each instance of SQL Server is a provider of its own: `MSSQLSERVER`, `MSSQL$SHOP`. */
const SQL_SERVER = /^MSSQL(?:SERVER$|\$)/;

/** What an event means, as a short sentence without a full stop; null where we have no words for it. */
export function eventText(provider: string, event: number): string | null {
  const texts = BY_PROVIDER[provider] ?? (SQL_SERVER.test(provider) ? DATABASE : undefined);
  return texts?.[event] ?? null;
}
