/** Rows as FusionReactor's documentation describes them; a server in Berlin, 17 November 2026, 02:14. */
const START = Date.UTC(2026, 10, 17, 1, 14);

const head = (ms: number): string => {
  const local = new Date(START + ms + 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 23)} ${START + ms} 4 1794800000000`;
};

const REQUEST =
  '"Thread 1-a" 203.0.113.7 POST https://shop.example/a.cfm?x=1 87 12.5 1000 125 500 375 "id=1 OR \\"1\\"=\\"1\\"" ' +
  '200 80 "" abc123 77 f00d 4 40 35 900 5120 10 80 5 87 "Mozilla/5.0 (X11)" trace-1 35 0';

export const requestRow = (ms: number, status: string): string =>
  `${head(ms)} 1001 ${status} "" ${REQUEST}\n`;

export const jdbcRow = (ms: number, statement: string): string =>
  `${head(ms)} 1001 "Thread 1-a" 203.0.113.7 GET /a.cfm METRIC 1 2 3 40 45 900 true false shop "${statement}" "at a.b(C.java:1)" "x=1" ""\n`;

export const resourceRow = (ms: number): string =>
  `${head(ms)} MEM 91.5 1000 915 1000 85 CPU 12 30 REQ 1 2 3 4 5 6 7 JDBC 1 2 3 4 5 6 "" RUNNING 1 2 REQERR 0 0 0 0\n`;

/** @param old whether date and time stand before the epoch of the request */
export const crashRow = (ms: number, old: boolean): string =>
  `${head(ms)} "WebRequest quantity" REJECT 80 90 51 50 3000 60000 "" "" ${old ? head(ms) : head(ms).slice(24)} ` +
  `1001 started "" ${REQUEST.replace('POST https://shop.example', 'GET ')}\n`;

export const messageRow = (level: string, text: string): string =>
  `2026-11-17 02:14:00.221 [${level}] ${text}\n`;
