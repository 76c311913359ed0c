import { afterAll, expect, it } from 'vitest';
import { readerNamed } from '../../../../src-main/logs/readers/find-reader.ts';
import { hasSamples, sampleBytes } from '../samples.ts';
import { endIndex, findIn, speaking } from './find.ts';

afterAll(endIndex);

/** What each public sample is known for, and the rules that must say it. */
const known: readonly (readonly [file: string, reader: string, rules: readonly string[]])[] = [
  ['iis/Tunna_rdp_tunnel_IIS.log', 'iis-w3c', ['web-shell-command', 'web-script-in-uploads']],
  ['iis/iis7_sqli.log', 'iis-w3c', ['web-sql-injection']],
  [
    'apache/tomcat_webshell_common.log',
    'clf',
    ['web-script-in-uploads', 'web-many-refused', 'web-scanner', 'web-path-traversal'],
  ],
  ['syslog/loghub_OpenSSH_2k.log', 'syslog', ['syslog-logon-burst']],
  ['clamav/clamd.log', 'clamav', ['antivirus-found']],
  ['clamav/clamscan.log', 'clamav', ['antivirus-found']],
  ['defender/MPLog-excerpt-utf16le.log', 'mplog', ['antivirus-found']],
  ...(
    [
      [
        'ACL_ForcePwd_SPNAdd_User_Computer_Accounts',
        ['windows-log-cleared', 'windows-audit-policy', 'windows-task'],
      ],
      ['DE_104_system_log_cleared', ['windows-log-cleared']],
      ['DE_RDP_Tunneling_4624', ['windows-remote-desktop-tunnel']],
      [
        'DE_RDP_Tunneling_TerminalServices-RemoteConnectionManagerOperational_1149',
        ['windows-remote-desktop-tunnel'],
      ],
      ['LM_Remote_Service02_7045', ['windows-service-installed']],
      ['LM_typical_IIS_webshell_sysmon_1_10_traces', ['windows-server-starts-shell']],
      ['LM_xp_cmdshell_MSSQL_Events', ['windows-xp-cmdshell']],
      ['MSSQL_multiple_failed_logon_EventID_18456', ['windows-sql-logon-failures']],
      ['Network_Service_Guest_added_to_admins_4732', ['windows-admin-group']],
      ['Powershell_4104_MiniDumpWriteDump_Lsass', ['windows-powershell']],
      [
        'Runas_4624_4648_Webshell_CreateProcessAsUserA',
        ['windows-explicit-credentials', 'windows-log-cleared'],
      ],
      ['System_7045_namedpipe_privesc', ['windows-service-suspicious', 'windows-service-installed']],
      ['WinDefender_Events_1117_1116_AtomicRedTeam', ['antivirus-found']],
      ['kerberos_pwd_spray_4771', ['windows-logon-spraying', 'windows-log-cleared']],
      ['remote task update 4624 4702 same logonid', ['windows-task']],
      ['temp_scheduled_task_4698_4699', ['windows-task-short-lived', 'windows-task']],
      ['tunna_iis_rdp_smb_tunneling_sysmon_3', ['windows-server-connects']],
    ] as const
  ).map(([name, rules]) => [`evtx/attack/${name}.evtx`, 'evtx', rules] as const),
  ['evtx/normal/new-user-security.evtx', 'evtx', ['windows-account-created', 'windows-admin-group']],
];

it.skipIf(!hasSamples).each(known)('%s', (file, reader, rules) => {
  const given = { zone: 'UTC', year: 2020, name: file };
  const found = speaking(findIn({ reader: readerNamed(reader), bytes: sampleBytes(file), given }));
  expect(found).toEqual(expect.arrayContaining([...rules]));
});

/** A shop, a system log of five years, and a quiet log: nothing in them is an attack. */
it.skipIf(!hasSamples).each([
  ['apache/shop_access_combined.log', 'clf', []],
  ['evtx/normal/Security_short_selected.evtx', 'evtx', []],
  ['evtx/normal/sysmon.evtx', 'evtx', []],
])('nothing speaks of %s', (file, reader, rules) => {
  const given = { zone: 'UTC', year: 2020, name: file };
  const found = speaking(findIn({ reader: readerNamed(reader), bytes: sampleBytes(file), given }));
  expect(found.filter((rule) => !rule.startsWith('source-'))).toEqual(rules);
});
