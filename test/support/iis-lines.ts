import { closeSync, openSync, writeSync } from 'node:fs';
import { random } from './random.ts';

/** A web shop's night in IIS's format: what is in it is known by how it was made. */
export interface IisPlan {
  readonly rows: number;
  readonly seed: number;
  /** Every so many rows there is one of a web shell. */
  readonly shellEvery: number;
}

const PATHS = [
  '/',
  '/index.cfm',
  '/product.cfm',
  '/basket.cfm',
  '/api/stock.cfc',
  '/img/logo.png',
  '/css/shop.css',
];
const AGENTS = [
  'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/129.0.0.0+Safari/537.36',
  'Mozilla/5.0+(iPhone;+CPU+iPhone+OS+17_5+like+Mac+OS+X)+AppleWebKit/605.1.15+(KHTML,+like+Gecko)+Mobile/15E148',
  'Mozilla/5.0+(X11;+Linux+x86_64;+rv:128.0)+Gecko/20100101+Firefox/128.0',
];
export const IIS_FIELDS =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';

/** One row, without its end. */
export function iisRow(i: number, { seed, shellEvery }: IisPlan): string {
  const dice = random(seed + i);
  const next = (limit: number): number => dice.below(limit);
  const time = new Date(Date.UTC(2026, 10, 16, 18) + i * 37).toISOString();
  const stamp = `${time.slice(0, 10)} ${time.slice(11, 19)}`;
  if (shellEvery > 0 && i % shellEvery === shellEvery - 1) {
    return `${stamp} 10.0.4.21 GET /uploads/img_7731.cfm c=whoami 443 - 203.0.113.77 curl/8.4.0 - 200 0 0 187`;
  }
  const path = PATHS[next(PATHS.length)] ?? '/';
  const client = `198.51.${next(64)}.${next(256)}`;
  const status = next(50) === 0 ? 404 : next(400) === 0 ? 500 : 200;
  return `${stamp} 10.0.4.21 GET ${path} id=${next(100_000)}&session=${next(2 ** 31).toString(16)} 443 - ${client} ${AGENTS[next(AGENTS.length)]} https://shop.example/list.cfm?page=${next(300)} ${status} 0 0 ${next(900)}`;
}

/** Writes the log, CRLF as IIS does. @returns bytes */
export function writeIisLog(path: string, plan: IisPlan): number {
  const file = openSync(path, 'w');
  let bytes = 0;
  try {
    const put = (text: string): void => void (bytes += writeSync(file, text));
    put(
      `#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n#Date: 2026-11-16 18:00:00\r\n#Fields: ${IIS_FIELDS}\r\n`,
    );
    let lines: string[] = [];
    for (let i = 0; i < plan.rows; i++) {
      lines.push(iisRow(i, plan), '\r\n');
      if (lines.length >= 20_000) {
        put(lines.join(''));
        lines = [];
      }
    }
    put(lines.join(''));
  } finally {
    closeSync(file);
  }
  return bytes;
}
