/** The sample incident: invented, small, and the same in the window and in the terminal. */
export interface SampleNote {
  /** Minutes before the sample is made. */
  readonly ago: number;
  readonly text: string;
  readonly tags: readonly string[];
}

export const SAMPLE_TITLE = 'Sample: suspicious uploads on WEB01';
export const SAMPLE_PASSPHRASE = 'sample incident not secret';

export const sampleNotes: readonly SampleNote[] = [
  { ago: 87, text: 'FusionReactor alert: 412 active requests on /uploads/', tags: ['alert'] },
  { ago: 80, text: 'Called hosting security, ticket HS-48812. They look at the firewall.', tags: ['phone'] },
  {
    ago: 75,
    text: 'Cloudflare: blocked 203.0.113.77 and `.cfm` under `/uploads/`. It worked.',
    tags: ['action'],
  },
  { ago: 49, text: 'WEB01 removed from the network by the host. Nothing was restarted.', tags: ['action'] },
  {
    ago: 12,
    text: 'Owner told by phone. Will send the Amazon notice before 09:00.',
    tags: ['phone', 'owner'],
  },
];

/** A short IIS log (W3C extended format, UTC) with a web shell that is called 14 times. @param now ms UTC */
export function sampleLog(now: number): string {
  const line = (ago: number, rest: string): string => {
    const time = new Date(now - ago * 1000).toISOString();
    return `${time.slice(0, 10)} ${time.slice(11, 19)} ${rest}`;
  };
  const ordinary = Array.from({ length: 240 }, (_, i) =>
    line(
      7200 - i * 25,
      `10.0.4.21 GET /products/${100 + (i % 37)} - 443 - 198.51.100.${(i * 7) % 250} Mozilla/5.0 200 0 0 ${20 + (i % 90)}`,
    ),
  );
  const shell = Array.from({ length: 14 }, (_, i) =>
    line(
      5700 - i * 30,
      '10.0.4.21 GET /uploads/img_7731.cfm c=whoami 443 - 203.0.113.77 curl/8.4.0 200 0 0 187',
    ),
  );
  const fields =
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';
  return [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    fields,
    ...[...ordinary, ...shell].toSorted(),
    '',
  ].join('\r\n');
}

export const SAMPLE_LOG_NAME = 'u_ex-sample.log';
